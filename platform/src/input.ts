import type * as z from 'zod';
import { type Problem, Refusal } from './errors.ts';

/** What a client sent, checked; every problem is refused as INVALID with the path of its field. */
export function checked<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first, ...rest] = parsed.error.issues.map(problemOf);
  if (!first) throw parsed.error;
  throw new Refusal([first, ...rest]);
}

function problemOf({ path, message }: z.core.$ZodIssue): Problem {
  return { code: 'INVALID', message, field: path.map(String) };
}
