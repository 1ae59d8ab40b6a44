import { forbiddenNamesRule } from '@agora/executor';
import { SizedCache } from '@agora/executor/sized-cache';
import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  stripIgnoredCharacters,
  TokenKind,
  validate,
} from 'graphql';
import { limitProblems, LIMITS } from './limits.ts';
import { learnedDocuments } from './metrics.ts';
import { hasConditionalRoot } from './subscriptions/root-fields.ts';
import type { TrustedDocuments } from './trusted/trusted-documents.ts';

export interface CheckedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface Rejected {
  readonly problems: readonly GraphQLError[];
}

export interface DocumentsOptions {
  readonly schema: GraphQLSchema;
  /** Whether `LIMITS` hold. */
  readonly isLimited: boolean;
  /** Memory for valid documents and the texts that they came as, about. */
  readonly maxBytes: number;
  /** Whether the operations of a document can be run without being planned again. */
  readonly isPlanned: (document: DocumentNode) => boolean;
  /** Null where there is no manifest. */
  readonly trusted: TrustedDocuments | null;
}

/** Measured on Node 24: what a document without locations takes for each token, and what hangs on it once it was compiled. */
const BYTES = { each: 2_000, perToken: 170, perCharacter: 2 };
/** Of a document's operations so many are found by name, and each has a text of its own. */
const MAX_OPERATIONS = 16;
/** The rest is for documents. */
const SHARE_OF_TEXTS = 1 / 3;

/**
 * What clients send, parsed and validated. Valid documents are remembered once, however they are formatted and commented, and
 * within `maxBytes`; those that are used stay while others come and go.
 */
export class Documents {
  readonly #options: DocumentsOptions;
  /** The normalised text of each text that came. */
  #texts: SizedCache<string>;
  #documents: SizedCache<DocumentNode>;
  /** Beside the others, so that no stranger's document can take their place. */
  #kept = new Map<string, DocumentNode>();
  /** What was refused last: a request is looked at more than once on its way. */
  #refused: { readonly query: string; readonly rejected: Rejected } | null = null;

  constructor(options: DocumentsOptions) {
    this.#options = options;
    this.#texts = new SizedCache(options.maxBytes * SHARE_OF_TEXTS);
    this.#documents = new SizedCache(options.maxBytes * (1 - SHARE_OF_TEXTS));
  }

  get held(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#documents.size, bytes: this.#documents.bytes + this.#texts.bytes };
  }

  /** A document that stays until everything is forgotten. */
  keep(query: string): DocumentNode | Rejected {
    const document = this.#known(query) ?? this.#learnWithinStack(query);
    if (!('problems' in document)) this.#kept.set(stripIgnoredCharacters(query), document);
    return document;
  }

  /** Forgets everything, because what may be asked has changed. */
  forget(): void {
    this.#texts = new SizedCache(this.#options.maxBytes * SHARE_OF_TEXTS);
    this.#documents = new SizedCache(this.#options.maxBytes * (1 - SHARE_OF_TEXTS));
    this.#kept = new Map();
    this.#refused = null;
  }

  /** The operation that a client asks for, or what is wrong with it; never throws, whatever it is. */
  check(query: string, operationName: string | null | undefined): CheckedOperation | Rejected {
    if (this.#refused?.query === query) return this.#refused.rejected;
    const document = this.#known(query) ?? this.#learnWithinStack(query);
    if ('problems' in document) {
      this.#refused = { query, rejected: document };
      return document;
    }
    return operationIn(document, operationName);
  }

  /** The same of a query that costs no parsing, validating and planning; undefined for every other. */
  checkPlanned(query: string, operationName: string | null | undefined): CheckedOperation | Rejected | undefined {
    const document = this.#known(query);
    return document !== undefined && this.#options.isPlanned(document) ? operationIn(document, operationName) : undefined;
  }

  #known(query: string): DocumentNode | undefined {
    const normalised = this.#texts.get(query);
    return normalised === undefined ? undefined : (this.#kept.get(normalised) ?? this.#documents.get(normalised));
  }

  /** The parser calls itself for every level, and fewer tokens than are allowed can be more levels than fit on the stack. */
  #learnWithinStack(query: string): DocumentNode | Rejected {
    try {
      return this.#learn(query);
    } catch (error) {
      if (error instanceof RangeError) return rejected('GRAPHQL_PARSE_FAILED', [new GraphQLError('The document has too many levels.')]);
      throw error;
    }
  }

  #learn(query: string): DocumentNode | Rejected {
    learnedDocuments.inc();
    const { trusted, isLimited } = this.#options;
    const parsed = parseWithin(query, isLimited);
    if ('problems' in parsed) return trusted?.mode === 'enforce' ? REQUIRED : parsed;
    const normalised = stripIgnoredCharacters(query);
    if (trusted && !trusted.includes(normalised)) {
      trusted.note(normalised, parsed);
      if (trusted.mode === 'enforce') return REQUIRED;
    }
    const document = this.#kept.get(normalised) ?? this.#documents.get(normalised) ?? this.#validated(parsed, normalised);
    if (!('problems' in document)) this.#texts.set(query, normalised, BYTES.perCharacter * query.length);
    return document;
  }

  #validated(parsed: DocumentNode, normalised: string): DocumentNode | Rejected {
    const { schema, isLimited } = this.#options;
    if (!parsed.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) return unresolved('Must provide an operation.');
    const problems = problemsOf(schema, parsed, isLimited);
    if (problems.length > 0) return rejected('GRAPHQL_VALIDATION_FAILED', problems);
    // The tokens behind locations are many times as large as the rest, and what is valid has nothing to locate any more.
    const document = parse(normalised, { noLocation: true });
    this.#documents.set(normalised, document, bytesOf(parsed, normalised));
    return document;
  }
}

function operationIn(document: DocumentNode, name: string | null | undefined): CheckedOperation | Rejected {
  const operation = getOperationAST(document, name);
  return operation
    ? { document, operation }
    : unresolved(
        name == null ? 'Must provide operation name if query contains multiple operations.' : `Unknown operation named "${name}".`,
      );
}

function unresolved(message: string): Rejected {
  return rejected('OPERATION_RESOLUTION_FAILURE', [new GraphQLError(message)]);
}

const REQUIRED = rejected('PERSISTED_QUERY_REQUIRED', [
  new GraphQLError('Only documents that are known beforehand are answered here: ask by the id of one, or send it as it is listed.'),
]);

function parseWithin(query: string, isLimited: boolean): DocumentNode | Rejected {
  try {
    return parse(query, isLimited ? { maxTokens: LIMITS.tokens } : {});
  } catch (error) {
    if (error instanceof GraphQLError) return rejected('GRAPHQL_PARSE_FAILED', [error]);
    throw error;
  }
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
  const tooLarge = isLimited ? limitProblems(document) : [];
  return tooLarge.length > 0 ? tooLarge : validate(schema, document, [...specifiedRules, forbiddenNamesRule]);
}

/** Whether the document itself is rejected: neither the choice of one of its operations, nor whoever has asked too much. */
export function isOfDocument({ problems }: Rejected): boolean {
  return problems.some(({ extensions: { code } }) => code !== 'OPERATION_RESOLUTION_FAILURE' && code !== 'RATE_LIMITED');
}

function rejected(code: string, problems: readonly GraphQLError[]): Rejected {
  return {
    problems: problems.map(
      ({ message, nodes, source, positions, extensions }) =>
        new GraphQLError(message, { nodes, source, positions, extensions: { ...extensions, code } }),
    ),
  };
}

function bytesOf({ definitions, loc }: DocumentNode, normalised: string): number {
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  let tokens = 0;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) if (token.kind !== TokenKind.COMMENT) tokens++;
  const texts = 1 + Math.min(operations, MAX_OPERATIONS);
  return BYTES.each + BYTES.perToken * tokens + BYTES.perCharacter * normalised.length * texts;
}
