import type { GraphQLFormattedError } from 'graphql';
import type { FormatError } from '../errors/policy.ts';

/** Formats errors as Apollo Server does: each has a code, and an HTTP status in an error's extensions is the answer's. */
export function formatErrors(
  errors: readonly GraphQLFormattedError[],
  format: FormatError,
): { readonly status: number; readonly formatted: readonly GraphQLFormattedError[] } {
  let status = 200;
  const formatted = errors.map((error) => {
    const { http, ...others } = error.extensions ?? {};
    const isHead = isHttpHead(http);
    if (isHead && http.status) status = http.status;
    const extensions = {
      ...(isHead || http === undefined ? others : error.extensions),
      code: error.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR',
    };
    return format(
      {
        message: error.message,
        ...(error.locations && { locations: error.locations }),
        ...(error.path && { path: error.path }),
        extensions,
      },
      error,
    );
  });
  return { status, formatted };
}

function isHttpHead(value: unknown): value is { readonly status?: number } {
  if (typeof value !== 'object' || value === null || 'headers' in value) return false;
  return !('status' in value) || typeof value.status === 'number';
}
