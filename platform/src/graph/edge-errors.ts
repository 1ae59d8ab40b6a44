import { GraphQLError } from 'graphql';
import { isConnectionFailure } from '../database/database-errors.ts';
import { withoutValues } from '../database/without-values.ts';
import { type Problem, Refusal, TOP_LEVEL_CODES } from '../errors.ts';
import type { Logger } from '../observe/logging.ts';
import { traceId } from '../observe/trace.ts';

/** An outage of the database is over once nobody has met it for so long. */
const OUTAGE_MS = 10_000;

/**
 * What a client may see of what went wrong: refusals as they are, bugs as a trace id. A database that is away is nobody's bug:
 * this part of the graph is unavailable, which the log says once for each outage.
 */
export function createEdgeErrors({ name: subgraph, log }: { readonly name: string; readonly log: Logger }) {
  let lastAway = -Infinity;
  const noteAway = (error: Error): void => {
    const now = performance.now();
    if (now - lastAway > OUTAGE_MS) log.warn({ err: error }, 'The database does not answer.');
    lastAway = now;
  };

  const edgeError = (thrown: GraphQLError): GraphQLError => {
    const error = withoutValues(thrown);
    const { originalError: cause } = error;
    if (cause instanceof Refusal) return located(error, cause.message, topLevelCode(cause), detailsOf(cause.problems[0]));
    if (typeof error.extensions['code'] === 'string') return error;
    if (!cause || cause instanceof GraphQLError) return located(error, error.message, 'BAD_USER_INPUT');
    // graphql-js wraps what it does not take for an Error, for example one of another realm.
    if (isConnectionFailure('thrownValue' in cause ? cause.thrownValue : cause)) {
      noteAway(cause);
      const sentence = `The part of Agora that is called "${subgraph}" does not answer at the moment.`;
      return located(error, sentence, 'SUBGRAPH_UNAVAILABLE', { subgraph });
    }
    log.error({ err: cause, path: error.path }, 'A resolver failed.');
    return located(error, `Something went wrong on our side; trace ${traceId()}.`, 'INTERNAL_SERVER_ERROR', { traceId: traceId() });
  };
  return (errors: readonly GraphQLError[]): GraphQLError[] => errors.map(edgeError);
}

/** Refusals of queries that are no top-level code of the closed list concern what the client sent. */
function topLevelCode({ code }: Refusal<string>): string {
  return TOP_LEVEL_CODES.has(code) || code === 'FORBIDDEN' ? code : 'BAD_USER_INPUT';
}

function detailsOf({ field, retryAfterSeconds }: Partial<Problem<string>> = {}): Readonly<Record<string, unknown>> {
  return { ...(field && { field }), ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
}

function located(error: GraphQLError, message: string, code: string, details: Readonly<Record<string, unknown>> = {}): GraphQLError {
  return new GraphQLError(message, { nodes: error.nodes, path: error.path, extensions: { code, ...details } });
}
