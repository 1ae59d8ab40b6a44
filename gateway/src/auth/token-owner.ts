import { IDENTITY_HEADER, signIdentity } from '@agora/platform/security/identity';
import { request } from 'undici';
import type { GatewayConfig } from '../config.ts';
import type { LocalSubgraph } from '../links/open-links.ts';
import type { SupergraphSource } from '../supergraph.ts';

/** The subgraph that signs tokens and ends sessions. */
export const TOKEN_OWNER = 'user';

/** Reads a path that it serves to the gateway alone, in this process or over HTTP. */
export type AskTokenOwner = (
  path: string,
  options?: { readonly search?: Readonly<Record<string, string>>; readonly signal?: AbortSignal },
) => Promise<unknown>;

export function tokenOwner(
  supergraph: SupergraphSource,
  local: Readonly<Record<string, LocalSubgraph>>,
  { secret, answerTimeoutMs, subgraphUrls }: GatewayConfig,
): AskTokenOwner {
  const here = local[TOKEN_OWNER]?.routes;
  const base = subgraphUrls[TOKEN_OWNER] ?? supergraph.subgraphs.find(({ name }) => name === TOKEN_OWNER)?.url;
  return async (path, { search, signal } = {}) => {
    const route = here?.[path];
    if (route) return route(new URLSearchParams(search));
    if (base === undefined) throw new Error(`The supergraph has no subgraph "${TOKEN_OWNER}" to check tokens with.`);
    const url = new URL(`${path}?${new URLSearchParams(search)}`, base);
    const { statusCode, body } = await request(url, {
      headers: secret === null ? {} : { [IDENTITY_HEADER]: signIdentity(secret, { actor: null, ip: '' }) },
      signal: AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(answerTimeoutMs)]),
    });
    if (statusCode === 200) return body.json();
    await body.dump();
    throw new Error(`${path} was answered with HTTP status ${statusCode}.`);
  };
}
