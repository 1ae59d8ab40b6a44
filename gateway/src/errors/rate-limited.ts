import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Refuses what may be asked again after so long. */
export function rateLimited(message: string, retryAfterSeconds = 1): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED', retryAfterSeconds } });
}

/** The same with what HTTP has for it. */
export function rateLimitedOverHttp(message: string, retryAfterSeconds = 1): GraphQLError {
  const http = { status: 429, headers: new HeaderMap([['retry-after', String(retryAfterSeconds)]]) };
  return new GraphQLError(message, { extensions: { ...rateLimited(message, retryAfterSeconds).extensions, http } });
}
