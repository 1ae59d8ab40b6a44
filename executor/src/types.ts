import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode, OperationTypeNode } from 'graphql';

/** Values of variables, as a client sends them. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * What a subgraph answered, in values that JSON has, numbers beyond those of JavaScript as `parseExactly` reads them. It belongs to
 * the executor, which changes it in place.
 */
export interface SubgraphAnswer {
  /** Absent when the request was refused before anything was executed. */
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Promises that the answer was parsed from a text without a backslash: no string of it needs an escape when it is written again. */
  readonly escapeFree?: boolean;
  /** Promises that the answer was parsed from a text that is ASCII and `escapeFree`, and so holds nothing but ASCII. */
  readonly isAscii?: boolean;
  /** How large it is, about, for `maxAnswerBytes`; 0 where absent. */
  readonly bytes?: number;
}

/** One operation for one subgraph. */
export interface SubgraphCall<Context = unknown> {
  /** The subgraph's name in the supergraph. */
  readonly service: string;
  readonly type: OperationTypeNode;
  readonly query: string;
  readonly operationName: string | undefined;
  /** False where nothing is selected that may hold other than whole numbers. */
  readonly selectsFloats?: boolean;
  /** The whole request as JSON text, ready to be posted: `{"query":…,"operationName":…,"variables":{…}}`. */
  readonly body: string;
  /** The variables as objects, made afresh for each call, their numbers those of JavaScript. */
  readonly variables: Record<string, unknown>;
  /** What `execute` was given. */
  readonly context: Context;
  readonly signal: AbortSignal | undefined;
}

/**
 * Brings a call to its subgraph. Timeouts, retries, identities and the sharing of equal calls are its business. A
 * rejection means that the subgraph did not answer: the client gets SUBGRAPH_UNAVAILABLE for that part and the rest of
 * the answer. A `GraphQLError` is taken as it is.
 */
export type Send<Context = unknown> = (call: SubgraphCall<Context>) => Promise<SubgraphAnswer>;

/** The first operation of a subscription, which the subgraph that owns its root field streams. */
export interface PrimaryOperation {
  readonly service: string;
  readonly query: string;
  readonly operationName: string | undefined;
  /** The variables of the client's operation that it uses. */
  readonly variableUsages: readonly string[];
}

/** A planned and compiled operation. It belongs to the executor that made it. */
export interface CompiledOperation {
  readonly type: OperationTypeNode;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Of a subscription only. */
  readonly primary: PrimaryOperation | null;
}

/** Errors are data: nothing that a client or a subgraph does makes `execute` reject. */
export interface ExecutionAnswer {
  /** Absent when the operation was refused before anything was executed, for example for a variable that is no Int. */
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** The same with `data` as JSON text, which spares the caller who sends it on from building objects. */
export interface ExecutionAnswerText {
  readonly data?: string;
  /** Whether `data` is known to be ASCII, so that it has as many bytes as characters. */
  readonly isAscii?: boolean;
  readonly errors?: readonly GraphQLFormattedError[];
}
