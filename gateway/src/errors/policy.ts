import type { GraphQLError, GraphQLFormattedError } from 'graphql';

export type FormatError = (error: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError;

/** What clients are told of what goes wrong. */
export interface ErrorPolicy {
  /** The errors of an execution that the client learns of; undefined where that is none. `isVoid`: there is no data. */
  told<Told extends GraphQLFormattedError>(errors: readonly Told[], isVoid: boolean): readonly Told[] | undefined;
  /** How each of them is said. */
  readonly format: FormatError;
  /** What a subgraph's silence is called. */
  unavailable(subgraph: string): GraphQLError;
  /** The error of an operation that asks a subgraph, or is answered by it, with too many bytes. */
  tooLarge(subgraph: string, why: string): GraphQLError;
}
