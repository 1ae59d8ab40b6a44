import type { GraphQLFormattedError } from 'graphql';
import type { DataObject } from '../data/tree.ts';
import type { Gathered } from './gathered.ts';
import type { CoercedVariables, SharedObjects } from '../response/response.ts';
import type { SubgraphAnswer, Variables } from '../types.ts';

/** One execution of an operation: what it was given, and what its fetches have brought so far. */
export interface Running<Context> {
  /** As subgraphs are sent them. */
  readonly variables: Variables;
  /** With defaults: for conditions. */
  readonly coerced: CoercedVariables;
  readonly context: Context;
  readonly signal: AbortSignal | undefined;
  /** Answers the primary fetch of a subscription. */
  readonly firstAnswer: SubgraphAnswer | undefined;
  readonly data: DataObject;
  /** How much subgraphs may still answer, and errors take; below 0 the request has ended. */
  bytesLeft: number;
  /** Null until there is one. */
  errors: GraphQLFormattedError[] | null;
  /** Whether every answer so far was `escapeFree`. */
  escapeFree: boolean;
  /** Whether every answer so far was `isAscii`. */
  isAscii: boolean;
  /** Null until there is one. */
  shared: SharedObjects | null;
  /** By the number of the place. */
  readonly unified: (Gathered | undefined)[];
  /** Entities that were fetched already, by the number of their kind, then by representation. */
  readonly known: (Map<string, DataObject> | undefined)[];
}

/** One step of a plan. It resolves when its answers are in the data tree, and never rejects: what fails is an error of the answer. */
export type Step<Context> = (running: Running<Context>) => Promise<unknown> | undefined;
