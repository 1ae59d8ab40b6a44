import type { GraphQLSchema } from 'graphql';
import type { Send } from '../types.ts';

/** What the steps of one plan are compiled with. */
export interface Compilation<Context> {
  /** The full supergraph's: representations may hold what the API schema hides. */
  readonly schema: GraphQLSchema;
  readonly send: Send<Context>;
  /** Private keys of the data tree, and what a client sees in an error's path. */
  readonly pathNames: ReadonlyMap<string, string>;
}
