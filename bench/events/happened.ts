import { event } from '@agora/schema/events/event';
import * as z from 'zod';

/** About as long as events are. */
const NOTE = 'n'.repeat(300);
const THINGS = 1_000;

export const Happened = event('bench.thing.happened.v1', 'thingId', 'Something happened.', { thingId: z.string(), note: z.string() });

export function someData(n: number): { thingId: string; note: string } {
  return { thingId: `thing_${n % THINGS}`, note: NOTE };
}
