import * as z from 'zod';
import { Refusal } from '../errors.ts';
import { checked, text } from '../input/input.ts';
import { sentences } from './sentences.ts';

/** Why an operator does what cannot be undone. @throws REQUIRED for an empty one; INVALID beyond 500 characters. */
export function checkedReason(given: string): string {
  if (given.trim() === '') throw new Refusal('REQUIRED', sentences.sayWhy, ['reason']);
  return checked(z.object({ reason: text(500) }), { reason: given }).reason;
}
