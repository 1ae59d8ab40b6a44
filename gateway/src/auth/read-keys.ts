import { request } from 'undici';
import type { GatewayConfig } from '../config.ts';
import type { LocalSubgraph } from '../links/open-links.ts';
import type { SupergraphSource } from '../supergraph.ts';

const PATH = '/.well-known/jwks.json';
/** The subgraph that signs tokens. */
export const KEY_OWNER = 'user';

/** How the public keys of tokens are read from the subgraph that signs them. */
export function keyReader(
  supergraph: SupergraphSource,
  local: Readonly<Record<string, LocalSubgraph>>,
  config: GatewayConfig,
): () => Promise<unknown> {
  const route = local[KEY_OWNER]?.routes?.[PATH];
  if (route) return route;
  const base = config.subgraphUrls[KEY_OWNER] ?? supergraph.subgraphs.find(({ name }) => name === KEY_OWNER)?.url;
  if (base === undefined) return () => Promise.reject(new Error(`The supergraph has no subgraph "${KEY_OWNER}" to check tokens with.`));
  return async () => {
    const { statusCode, body } = await request(new URL(PATH, base), { signal: AbortSignal.timeout(config.answerTimeoutMs) });
    if (statusCode === 200) return body.json();
    await body.dump();
    throw new Error(`The keys were answered with HTTP status ${statusCode}.`);
  };
}
