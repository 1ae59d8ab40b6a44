import * as z from 'zod';
import type { Bind } from './reader.ts';

/** A range of instants as the graph gives it: from the first on, and before the second. */
export const TimeRange = z.object({ gte: z.string().nullish(), lt: z.string().nullish() });
export type TimeRange = Readonly<z.input<typeof TimeRange>>;

/** The conditions for an instant, which `sql` names, to be in the range. */
export function during(sql: string, range: TimeRange | null | undefined, bind: Bind): string[] {
  return [
    ...(range?.gte == null ? [] : [`${sql} >= ${bind(range.gte)}::text::timestamptz`]),
    ...(range?.lt == null ? [] : [`${sql} < ${bind(range.lt)}::text::timestamptz`]),
  ];
}
