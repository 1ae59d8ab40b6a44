import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LIMITS, limitsRule } from './limits.ts';
import { hasConditionalRoot } from './subscriptions/root-fields.ts';

export interface CheckedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface Rejected {
  readonly problems: readonly GraphQLError[];
}

/** Parses and validates what a client sent; never throws, whatever that is. */
export type Documents = (query: string, operationName: string | null | undefined) => CheckedOperation | Rejected;

const MOST_DOCUMENTS = 1_000;

/** Remembers valid documents by their text; the oldest are forgotten first. `isLimited`: whether `LIMITS` hold. */
export function createDocuments(schema: GraphQLSchema, isLimited: boolean): Documents {
  const valid = new Map<string, DocumentNode>();
  return (query, operationName) => {
    const known = valid.get(query);
    const document = known ?? check(schema, query, isLimited);
    if ('problems' in document) return document;
    if (!known) remember(valid, query, document);
    const operation = getOperationAST(document, operationName);
    return operation
      ? { document, operation }
      : rejected('OPERATION_RESOLUTION_FAILURE', [new GraphQLError('Which operation of the document?')]);
  };
}

function check(schema: GraphQLSchema, query: string, isLimited: boolean): DocumentNode | Rejected {
  let document: DocumentNode;
  try {
    document = parse(query, isLimited ? { maxTokens: LIMITS.tokens } : {});
  } catch (error) {
    if (error instanceof GraphQLError) return rejected('GRAPHQL_PARSE_FAILED', [error]);
    throw error;
  }
  const problems = problemsOf(schema, document, isLimited);
  // The tokens behind locations are many times as large as the rest, and what is valid has nothing to locate any more.
  return problems.length > 0 ? rejected('GRAPHQL_VALIDATION_FAILED', problems) : parse(query, { noLocation: true });
}

/** A rule of graphql-js throws when a condition at the root of a subscription has no value yet, so that is looked at first. */
function problemsOf(schema: GraphQLSchema, document: DocumentNode, isLimited: boolean): readonly GraphQLError[] {
  const conditional = document.definitions.find(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === 'subscription' &&
      hasConditionalRoot(document, definition.selectionSet),
  );
  if (conditional) return [new GraphQLError('A subscription may not have @skip or @include at its root.', { nodes: conditional })];
  return validate(schema, document, isLimited ? [...specifiedRules, limitsRule] : specifiedRules);
}

function rejected(code: string, problems: readonly GraphQLError[]): Rejected {
  return {
    problems: problems.map(
      ({ message, nodes, source, positions, extensions }) =>
        new GraphQLError(message, { nodes, source, positions, extensions: { ...extensions, code } }),
    ),
  };
}

function remember(valid: Map<string, DocumentNode>, query: string, document: DocumentNode): void {
  const [oldest] = valid.keys();
  if (valid.size >= MOST_DOCUMENTS && oldest !== undefined) valid.delete(oldest);
  valid.set(query, document);
}
