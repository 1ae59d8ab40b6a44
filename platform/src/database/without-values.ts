import { GraphQLError } from 'graphql';
import { withoutVariable } from '../graph/variable-errors.ts';

const SAYING_VALUES = ['detail', 'where', 'internalQuery'] as const;

/**
 * Takes from an error of PostgreSQL or GraphQL what it says of values, which may be anybody's e-mail or password. Names of
 * tables, columns, constraints and variables stay.
 */
export function withoutValues<Thrown>(error: Thrown): Thrown {
  if (!(error instanceof Error)) return error;
  if (error instanceof GraphQLError) rewrite(error, withoutVariable(error.message));
  if (!('severity' in error && 'code' in error)) return error;
  for (const field of SAYING_VALUES) if (field in error) Reflect.set(error, field, undefined);
  if (isAboutData(error.code)) rewrite(error, error.message.replace(/".*"/s, '"…"'));
  return error;
}

/** Class 22 of SQLSTATE quotes the value that does not fit; in the others names are quoted. */
function isAboutData(code: unknown): boolean {
  return typeof code === 'string' && /^22...$/.test(code);
}

function rewrite(error: Error, message: string): void {
  if (message === error.message) return;
  error.stack = error.stack?.replace(error.message, () => message) ?? '';
  error.message = message;
}
