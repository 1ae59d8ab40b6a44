import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SUBGRAPH_NAMES, SUBGRAPHS, urlOf } from './graph.ts';

/** The supergraph whose subgraphs answer at `origin`. */
export function supergraphOf(origin: string): string {
  const services = SUBGRAPH_NAMES.map((name) => ({ name, url: urlOf(origin, name), typeDefs: parse(SUBGRAPHS[name]) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error((errors ?? []).map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
