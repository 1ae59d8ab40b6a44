import { GraphQLError } from 'graphql';
import type { ErrorPolicy } from './policy.ts';

/** For an open graph: every error as its subgraph or the executor said it. */
export const openErrors: ErrorPolicy = {
  told: (errors) => errors,
  format: (error) => error,
  unavailable: (subgraph) =>
    new GraphQLError(`The subgraph "${subgraph}" does not answer at the moment.`, {
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: subgraph },
    }),
  tooLarge: (subgraph, why) =>
    new GraphQLError(`The operation asks too much of the subgraph "${subgraph}". ${why}`, {
      extensions: { code: 'QUERY_TOO_COSTLY', serviceName: subgraph },
    }),
};
