import type { GraphQLFormattedError } from 'graphql';

/** The tree that the fetches filled: response keys of the plan, not yet checked against the schema. */
export type DataTree = Record<string, unknown>;

/** Coerced variables, for `@skip` and `@include`. */
export type CoercedVariables = Readonly<Record<string, unknown>>;

/**
 * Objects that stand at several places of a data tree. The text of each is made once for each function that writes it and
 * kept here, under the function's name.
 */
export type SharedObjects = Map<object, Record<string, string>>;

/** The response of one operation, compiled. */
export interface ResponseWriter {
  /**
   * `data` as JSON text, `null` included. `invalid` tells that a value did not fit the schema. `escapeFree` promises that no
   * string of the data needs an escape in JSON (all of it was parsed from texts without a backslash), which spares the look at
   * each of them: it takes most of the time. Throws `AnswerTooLarge` beyond `max` characters.
   */
  toText(
    data: DataTree,
    variables: CoercedVariables,
    shared: SharedObjects | null,
    escapeFree?: boolean,
    max?: number,
  ): { readonly text: string; readonly invalid: boolean };
  /** The same as objects. */
  toValue(
    data: DataTree,
    variables: CoercedVariables,
    max?: number,
  ): { readonly value: Record<string, unknown> | null; readonly invalid: boolean };
  /** Why a response is invalid, and where: slow, so only asked when no subgraph has reported an error already. */
  explain(data: DataTree, variables: CoercedVariables): GraphQLFormattedError[];
}
