import type { Routes } from '@agora/platform/http';
import type { Subgraph } from '@agora/platform/subgraph';
import type { GatewayConfig } from '../config.ts';
import type { SupergraphSource } from '../supergraph.ts';
import { httpLink } from './http-link.ts';
import { inProcessLink } from './in-process-link.ts';
import type { SubgraphLink } from './link.ts';

/** A subgraph in this process; `routes` are its further GET paths. */
export type LocalSubgraph = Subgraph & { readonly routes?: Routes };

/** A way to every subgraph of the supergraph: in this process where it is given, else its `<NAME>_URL`, else the supergraph's address. */
export function openLinks(
  supergraph: SupergraphSource,
  local: Readonly<Record<string, LocalSubgraph>>,
  config: GatewayConfig,
): Readonly<Record<string, SubgraphLink>> {
  return Object.fromEntries(
    supergraph.subgraphs.map(({ name, url }) => {
      const subgraph = local[name];
      return [
        name,
        subgraph
          ? inProcessLink(name, subgraph, config.answerTimeoutMs)
          : httpLink({ ...config, name, url: config.subgraphUrls[name] ?? url }),
      ];
    }),
  );
}
