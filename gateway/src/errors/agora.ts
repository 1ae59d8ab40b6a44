import type { Logger } from '@agora/platform/observe/logging';
import { traceId } from '@agora/platform/observe/trace';
import { withoutVariable } from '@agora/platform/graph/variable-errors';
import { GraphQLError } from 'graphql';
import type { ErrorPolicy, FormatError } from './policy.ts';

/** The codes that clients may meet at the top level. */
const CODES = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'QUERY_TOO_COSTLY',
  'PERSISTED_QUERY_REQUIRED',
  'SUBGRAPH_UNAVAILABLE',
  'SUBSCRIPTION_OVERFLOW',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  // Apollo Server's own, of the HTTP protocol
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** When a subgraph says these of an operation that the gateway made, client and subgraph have done nothing wrong: it is a bug. */
const NEVER_FROM_SUBGRAPHS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE']);

/** Extensions that are for us alone, or that are written anew. */
const HIDDEN = new Set(['code', 'serviceName', 'subgraph', 'stacktrace', 'exception', 'http']);

/**
 * A null where the schema forbids one voids what is around it. Where that voids the whole answer the client is told by an
 * error; elsewhere the null itself says it: an object that its owner does not confirm reads as null.
 */
export function agoraErrors(log: Logger): ErrorPolicy {
  return {
    told(errors, isVoid) {
      const told = isVoid ? errors : errors.filter(({ extensions }) => extensions?.['code'] !== 'INVALID_SUBGRAPH_RESPONSE');
      return told.length > 0 ? told : undefined;
    },
    format: createFormatError(log),
    unavailable: (subgraph) =>
      new GraphQLError(`The part of Agora that is called "${subgraph}" does not answer at the moment.`, {
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph },
      }),
    tooLarge: (subgraph, why) =>
      new GraphQLError(`The operation asks too much of the part of Agora that is called "${subgraph}". ${why}`, {
        extensions: { code: 'QUERY_TOO_COSTLY', subgraph },
      }),
  };
}

/** What a client sees of an error: a known code and the name of the subgraph, or a trace id and nothing of ours. */
function createFormatError(log: Logger): FormatError {
  return (error, thrown) => {
    const { code: said, limit, serviceName, subgraph = serviceName } = error.extensions ?? {};
    // Apollo Server calls whatever a rule of validation refuses by one code.
    const code = said === 'GRAPHQL_VALIDATION_FAILED' && limit !== undefined ? 'QUERY_TOO_COSTLY' : said;
    const place = { ...(error.path && { path: error.path }), ...(error.locations && { locations: error.locations }) };
    const where = subgraph === undefined ? {} : { subgraph };
    if (typeof code === 'string' && CODES.has(code) && !(serviceName !== undefined && NEVER_FROM_SUBGRAPHS.has(code))) {
      const details = Object.entries(error.extensions ?? {}).filter(([name]) => !HIDDEN.has(name));
      return {
        message: shortened(withoutVariable(error.message)),
        ...place,
        extensions: { ...Object.fromEntries(details), code, ...where },
      };
    }
    if (isRefusedByApollo(thrown)) return { message: shortened(error.message), ...place, extensions: { code: 'BAD_REQUEST' } };
    log.error({ err: causeOf(thrown), path: error.path, ...where }, 'An operation failed.');
    return {
      message: `Something went wrong on our side; trace ${traceId()}.`,
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: traceId(), ...where },
    };
  };
}

const MAX_MESSAGE_LENGTH = 1_000;

/** Many messages repeat what the client sent, and names have no limit. */
function shortened(message: string): string {
  return message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH - 1).toWellFormed()}…`;
}

/** Some of Apollo Server's refusals, for example of a persisted query, have the HTTP status of a client's fault and no code. */
function isRefusedByApollo(thrown: unknown): boolean {
  if (!(thrown instanceof GraphQLError) || thrown.extensions['code'] !== undefined) return false;
  const { http } = thrown.extensions;
  const status = typeof http === 'object' && http !== null && 'status' in http ? Number(http.status) : 0;
  return status >= 400 && status < 500;
}

function causeOf(thrown: unknown): unknown {
  return thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
}
