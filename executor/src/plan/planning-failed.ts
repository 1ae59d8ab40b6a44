import { GraphQLError } from 'graphql';

/** Why a valid operation is not run. The planner's own words, which tell of subgraphs, stay in `originalError`. */
export function planningFailed(message: string, cause?: unknown): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'QUERY_PLANNING_FAILED' },
    originalError: cause instanceof Error ? cause : undefined,
  });
}
