import { SizedCache } from '@agora/executor/sized-cache';
import { type DocumentNode, GraphQLError, type GraphQLSchema, Lexer, OperationTypeNode, parse, Source, TokenKind, validate } from 'graphql';
import { type CompiledOperation, compileOperation } from './compiled/compile-operation.ts';
import { operationCacheBytes } from '../observe/metrics.ts';

export interface Operation {
  readonly document: DocumentNode;
  readonly isMutation: boolean;
  readonly isQuery: boolean;
  readonly run: CompiledOperation;
}

export interface OperationCacheOptions {
  readonly maxBytes: number;
  /** How large an answer of an operation may be. */
  readonly maxAnswerBytes: number;
  /** Whose operations they are, for metrics. */
  readonly service: string;
}

/** Measured on Node 24: what a query and its plan take for each token of it. */
const BYTES = { each: 2_000, perToken: 700, perCharacter: 2 };

/** Parses and validates each query once, and remembers those that are used, within `maxBytes`. */
export function operationCache(
  schema: GraphQLSchema,
  { maxBytes, maxAnswerBytes, service }: OperationCacheOptions,
): (query: string) => Operation | { readonly errors: readonly GraphQLError[] } {
  const cache = new SizedCache<Operation>(maxBytes);
  const held = operationCacheBytes.labels({ service });
  return (query) => {
    const known = cache.get(query);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(query, { noLocation: true });
    } catch (error) {
      return { errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] };
    }
    const problems = validate(schema, document);
    if (problems.length > 0) return { errors: problems.map((problem) => withCode(problem, 'GRAPHQL_VALIDATION_FAILED')) };
    const isOf = (kind: OperationTypeNode) =>
      document.definitions.some((definition) => 'operation' in definition && definition.operation === kind);
    const [isMutation, isSubscription] = [isOf(OperationTypeNode.MUTATION), isOf(OperationTypeNode.SUBSCRIPTION)];
    const operation = {
      document,
      isMutation,
      isQuery: !isMutation && !isSubscription,
      run: compileOperation(schema, document, maxAnswerBytes),
    };
    cache.set(query, operation, bytesOf(query));
    held.set(cache.bytes);
    return operation;
  };
}

function bytesOf(query: string): number {
  const lexer = new Lexer(new Source(query));
  let tokens = 0;
  while (lexer.advance().kind !== TokenKind.EOF) tokens++;
  return BYTES.each + BYTES.perToken * tokens + BYTES.perCharacter * query.length;
}

/** A scalar that refuses a literal says itself whose fault that is. */
function withCode(error: unknown, code: string): GraphQLError {
  if (!(error instanceof GraphQLError)) throw error;
  const { message, nodes, source, positions, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code, ...extensions } });
}
