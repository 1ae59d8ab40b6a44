import { IDENTITY_HEADER, signIdentity } from '@agora/platform/security/identity';
import { request } from 'undici';
import type { GatewayConfig } from '../config.ts';
import type { SupergraphSource } from '../supergraph.ts';
import type { LocalSubgraph } from './open-links.ts';

/** Reads a path that a subgraph serves to the gateway alone, in this process or over HTTP. */
export type AskPrivately = (
  path: string,
  options?: { readonly search?: Readonly<Record<string, string>>; readonly signal?: AbortSignal },
) => Promise<unknown>;

/** That a subgraph has no such path: it was started without what serves it. */
export class NotServed extends Error {
  override readonly name = 'NotServed';
}

/** Asks the subgraph of that name; throws `NotServed` where it does not serve the path. */
export function askPrivately(
  name: string,
  supergraph: SupergraphSource,
  local: Readonly<Record<string, LocalSubgraph>>,
  { secret, answerTimeoutMs, subgraphUrls }: GatewayConfig,
): AskPrivately {
  const here = local[name];
  const base = subgraphUrls[name] ?? supergraph.subgraphs.find((subgraph) => subgraph.name === name)?.url;
  return async (path, { search, signal } = {}) => {
    const route = here?.routes?.[path];
    if (route) return route(new URLSearchParams(search));
    if (here || base === undefined) throw new NotServed(`The supergraph has no subgraph "${name}" that serves ${path}.`);
    const url = new URL(`${path}?${new URLSearchParams(search)}`, base);
    const { statusCode, body } = await request(url, {
      headers: secret === null ? {} : { [IDENTITY_HEADER]: signIdentity(secret, { actor: null, ip: '' }) },
      signal: AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(answerTimeoutMs)]),
    });
    if (statusCode === 200) return body.json();
    await body.dump();
    const message = `${path} was answered with HTTP status ${statusCode}.`;
    throw statusCode === 404 ? new NotServed(message) : new Error(message);
  };
}
