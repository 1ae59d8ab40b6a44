import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import type { Executor } from './executor.ts';
import type { PlanningAccount } from './plan/operation-planner.ts';
import type { CompiledOperation, Variables } from './types.ts';
import { coerceVariables } from './variables.ts';

/** The part of an operation that Apollo Server has parsed and validated and that it takes to answer it. */
export interface ApolloRequest {
  readonly document: DocumentNode;
  /** Absent where the document has no such operation, or several and no name was given. */
  readonly operation?: OperationDefinitionNode | undefined;
  readonly request: { readonly operationName?: string | undefined; readonly variables?: Variables | undefined };
}

export interface ApolloAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
}

/** Answers an operation as Apollo Server expects it from a gateway: with errors that it recognises, and rejecting where it has no plan. */
export async function answerRequest<Context>(
  executor: Executor<Context>,
  { document, operation, request }: ApolloRequest,
  context: Context,
  account?: PlanningAccount,
): Promise<ApolloAnswer> {
  let compiled: CompiledOperation;
  try {
    compiled = await executor.compile(document, request.operationName, account);
  } catch (error) {
    if (!operation && error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  const { data, errors } = await executor.execute(compiled, request.variables, context);
  if (data === undefined) return { errors: refusals(executor, compiled, request.variables) ?? errors?.map(asGraphQLError) ?? [] };
  return errors ? { data, errors: errors.map(asGraphQLError) } : { data };
}

/** What is wrong with the variables, with the place in the document, by which Apollo Server knows that it is the client's fault. */
function refusals<Context>(
  { schema }: Executor<Context>,
  { operation }: CompiledOperation,
  variables: Variables | null | undefined,
): readonly GraphQLError[] | undefined {
  return coerceVariables(schema, operation, variables).errors;
}

/** An error of an answer as Apollo Server and graphql-js know errors. */
export function asGraphQLError({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { path, extensions });
}
