import { GraphQLError, Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** The operation to run, or the error that graphql-js has for it. */
export function operationOf(document: DocumentNode, operationName?: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operationName != null) {
    const named = operations.find((operation) => operation.name?.value === operationName);
    if (!named) throw new GraphQLError(`Unknown operation named "${operationName}".`);
    return named;
  }
  const [only, ...others] = operations;
  if (!only) throw new GraphQLError('Must provide an operation.');
  if (others.length > 0) throw new GraphQLError('Must provide operation name if query contains multiple operations.');
  return only;
}
