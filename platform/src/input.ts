import * as z from 'zod';
import { type Problem, Refusal } from './errors.ts';

/** What a client sent, checked; every problem is refused as INVALID with the path of its field. */
export function checked<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first, ...rest] = parsed.error.issues.map(problemOf);
  if (!first) throw parsed.error;
  throw new Refusal([first, ...rest]);
}

/** Text that may be stored: trimmed, 1 to `most` characters, and nothing in it that PostgreSQL or JSON cannot hold. */
export function text(most: number) {
  return z
    .string()
    .trim()
    .min(1, 'This must not be empty.')
    .max(most, `This must not be longer than ${most} characters.`)
    .refine((value) => !value.includes('\0'), 'This must not contain the character NUL.')
    .transform((value) => value.toWellFormed());
}

function problemOf({ path, message }: z.core.$ZodIssue): Problem {
  return { code: 'INVALID', message, field: path.map(String) };
}
