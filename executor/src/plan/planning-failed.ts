import { GraphQLError } from 'graphql';

const CODE = 'QUERY_PLANNING_FAILED';

/** Why a valid operation is not run. The planner's own words, which tell of subgraphs, stay in `originalError`. */
export function planningFailed(message: string, cause?: unknown): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: CODE },
    originalError: cause instanceof Error ? cause : undefined,
  });
}

export function isPlanningFailure(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.extensions['code'] === CODE;
}
