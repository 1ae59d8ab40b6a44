import { withoutValues } from '../database/without-values.ts';

/** What a log says of an error: never the variables, rows or documents that libraries attach to theirs. */
export interface ErrorReport {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  /** Of Node or PostgreSQL. */
  readonly code?: unknown;
  /** Of PostgreSQL, by name. */
  readonly table?: unknown;
  readonly constraint?: unknown;
  readonly cause?: ErrorReport;
  readonly errors?: readonly ErrorReport[];
}

const DEEPEST_CAUSE = 5;

export function reportOf(thrown: unknown, depth = 0): ErrorReport {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: String(thrown) };
  const { name, message, stack, cause } = withoutValues(thrown);
  return {
    type: name,
    message,
    stack,
    ...named(thrown),
    ...(cause !== undefined && depth < DEEPEST_CAUSE && { cause: reportOf(cause, depth + 1) }),
    ...(thrown instanceof AggregateError && { errors: thrown.errors.map((error) => reportOf(error, DEEPEST_CAUSE)) }),
  };
}

function named(error: Error): Pick<ErrorReport, 'code' | 'table' | 'constraint'> {
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  return { ...(code !== undefined && { code }), ...(table !== undefined && { table }), ...(constraint !== undefined && { constraint }) };
}

/** The same as text, for what is printed before or after there is a log. */
export function textOf(thrown: unknown): string {
  const { message, stack, cause } = reportOf(thrown);
  return [stack ?? message, ...(cause ? [`caused by ${cause.stack ?? cause.message}`] : [])].join('\n');
}
