import type { Files, Routes } from '@agora/platform/graph/http';
import { SettingsError } from '@agora/platform/service/settings';
import type { Subgraph } from '@agora/platform/graph/subgraph';
import type { GatewayConfig } from '../config.ts';
import type { Sharing } from '../sharing.ts';
import type { SupergraphSource } from '../supergraph.ts';
import { httpLink } from './http-link.ts';
import { inProcessLink } from './in-process-link.ts';
import type { SubgraphLink } from './link.ts';

/** A subgraph in this process. */
export interface LocalSubgraph extends Subgraph {
  /** Its further GET paths. */
  readonly routes?: Routes;
  /** What it serves as bytes. */
  readonly files?: Files | undefined;
  /** What operators may ask it. */
  readonly operatorGraph?: () => Promise<Subgraph>;
  /** How long an answer of it may take; as long as of any subgraph where absent. */
  readonly answerTimeoutMs?: number;
}

/**
 * A way to every subgraph of the supergraph: in this process where it is given, else its `<NAME>_URL`, else the
 * supergraph's address. A subgraph without any is a `SettingsError`.
 */
export function openLinks(
  supergraph: SupergraphSource,
  local: Readonly<Record<string, LocalSubgraph>>,
  config: GatewayConfig,
  sharing: Sharing,
): Readonly<Record<string, SubgraphLink>> {
  const remote = supergraph.subgraphs.flatMap(({ name, url }) => (local[name] ? [] : [{ name, url: config.subgraphUrls[name] ?? url }]));
  const problems = remote.filter(({ url }) => !isAddress(url)).map(({ name, url }) => problemWith(name, url));
  if (problems.length > 0) throw new SettingsError(problems);
  const links = [
    ...supergraph.subgraphs.flatMap(({ name }) => {
      const subgraph = local[name];
      return subgraph ? [inProcessLink(name, subgraph, subgraph.answerTimeoutMs ?? config.answerTimeoutMs)] : [];
    }),
    ...remote.map(({ name, url }) => httpLink({ ...config, name, url, sharing, answerBytes: config.subgraphAnswerBytes })),
  ];
  return Object.fromEntries(links.map((link) => [link.name, link]));
}

function isAddress(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? '');
}

function problemWith(name: string, url: string): string {
  return url === ''
    ? `The supergraph gives no address for its subgraph "${name}".`
    : `The address of the subgraph "${name}" is no URL like http://host:4001/graphql: ${url}`;
}
