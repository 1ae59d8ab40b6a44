import { scalars } from '@agora/platform/graph/scalars';
import { type GraphQLSchema, isScalarType } from 'graphql';

/**
 * Makes a schema that was read from the supergraph refuse what the scalars of the subgraphs refuse, as a supergraph has only their
 * names. A 30 February is then refused before any subgraph is asked.
 */
export function refineScalars(schema: GraphQLSchema): void {
  for (const { name, parseValue, parseLiteral } of Object.values(scalars)) {
    const known = schema.getType(name);
    if (isScalarType(known)) Object.assign(known, { parseValue, parseLiteral });
  }
}
