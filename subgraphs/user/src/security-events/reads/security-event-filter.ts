import { term } from '@agora/platform/input/input';
import { TimeRange } from '@agora/platform/reading/time-range';
import * as z from 'zod';
import { SECURITY_EVENT_KINDS } from '../../accounts/model/security-event.ts';

/** `SecurityEventFilterInput` of the graph, checked. */
export const SecurityEventFilter = z.object({
  userId: z.string().nullish(),
  kinds: z.array(z.enum(SECURITY_EVENT_KINDS)).nullish(),
  ipAddress: term(45).nullish(),
  isSuspicious: z.boolean().nullish(),
  occurredAt: TimeRange.nullish(),
});
export type SecurityEventFilter = z.output<typeof SecurityEventFilter>;
