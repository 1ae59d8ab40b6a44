import { openBudgets, unlimitedBudgets } from '@agora/platform/budgets/budgets';
import { createCursors } from '@agora/platform/reading/cursor';
import { createLogger } from '@agora/platform/observe/logging';
import { runAsProgram } from '@agora/platform/service/run';
import type { Environment } from '@agora/platform/service/settings';
import { AskerBudgets } from './budgets/asker-budgets.ts';
import { readConfig } from './config.ts';
import type { LocalSubgraph } from './links/open-links.ts';
import { openGateway, type RunningGateway } from './open-gateway.ts';
import { openServices, operatorUrl } from './operator/services.ts';
import { createRoot } from './root/root.ts';
import { readSupergraph } from './supergraph.ts';

export { gatewaySettings } from './config.ts';
export type { RunningGateway };

export interface GatewayOptions {
  /** The process's own where absent. */
  readonly env?: Environment;
  /** Subgraphs that live in this process; the others are asked over HTTP. */
  readonly subgraphs?: Readonly<Record<string, LocalSubgraph>>;
  /** `schema/supergraph.graphql` where absent. */
  readonly supergraphSdl?: string;
  /** Holds the supergraph; what it holds after a change is served then. None is looked at where absent. */
  readonly supergraphFile?: string;
  /** Whether fetches of one subgraph that can run at the same time become one request; true where absent. */
  readonly mergesFetches?: boolean;
  /** Whether usual requests take the express lane; true where absent. */
  readonly expressLane?: boolean;
}

/** Agora's own door: with identities, limits and the subgraph `root`. */
export async function start({ env = process.env, ...options }: GatewayOptions = {}): Promise<RunningGateway> {
  const supergraph = await readSupergraph(options.supergraphSdl);
  const config = readConfig(
    env,
    supergraph.subgraphs.map(({ name }) => name).filter((name) => name !== 'root'),
  );
  const log = createLogger('gateway', config.logLevel);
  const budgets = new AskerBudgets(config.isLimited ? openBudgets({ ...config, log }) : unlimitedBudgets, config.perMinute);
  const services = openServices(supergraph, options.subgraphs ?? {}, config, log);
  const cursors = createCursors(config.secret);
  return openGateway({
    supergraph,
    supergraphFile: options.supergraphFile,
    config: { ...config, mergesFetches: options.mergesFetches ?? true },
    budgets,
    local: options.subgraphs ?? {},
    root: (send, served) => createRoot({ ...config, budgets, served, send, services, cursors, log }),
    services,
    expressLane: options.expressLane,
  });
}

/** Where each service answers operators, when it runs by itself. */
export async function operatorUrls(env: Environment): Promise<ReadonlyMap<string, string>> {
  const { subgraphs } = await readSupergraph();
  const names = subgraphs.map(({ name }) => name).filter((name) => name !== 'root');
  const { subgraphUrls } = readConfig(env, names);
  return new Map(subgraphs.filter(({ name }) => name !== 'root').map(({ name, url }) => [name, operatorUrl(subgraphUrls[name] ?? url)]));
}

runAsProgram(import.meta, start);
