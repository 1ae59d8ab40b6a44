import { Lifecycle } from '@agora/platform/lifecycle';
import { createLogger } from '@agora/platform/logging';
import { runAsProgram } from '@agora/platform/run';
import type { Environment } from '@agora/platform/settings';
import { startApollo } from './apollo.ts';
import { createAuthenticate } from './auth/authenticate.ts';
import { Keys } from './auth/keys.ts';
import { keyReader } from './auth/read-keys.ts';
import { readConfig } from './config.ts';
import { LinkedDataSource } from './data-source.ts';
import { createDocuments } from './documents.ts';
import { openDoor } from './door/door.ts';
import { createFormatError } from './errors.ts';
import { createGateway } from './graph.ts';
import { watchHealth } from './health.ts';
import { type LocalSubgraph, openLinks } from './links/open-links.ts';
import { createRoot } from './root/root.ts';
import { createSubscribe } from './subscriptions/subscribe.ts';
import { readSupergraph } from './supergraph.ts';

export { gatewaySettings } from './config.ts';

export interface GatewayOptions {
  /** The process's own where absent. */
  readonly env?: Environment;
  /** Subgraphs that live in this process; the others are asked over HTTP. */
  readonly subgraphs?: Readonly<Record<string, LocalSubgraph>>;
  /** `schema/supergraph.graphql` where absent. */
  readonly supergraphSdl?: string;
}

export interface RunningGateway {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Resolves once every subgraph was reached. */
  readonly ready: Promise<void>;
  /** Idempotent: door, Apollo Server, ways to subgraphs. */
  stop(): Promise<void>;
}

export async function start(options: GatewayOptions = {}): Promise<RunningGateway> {
  const supergraph = await readSupergraph(options.supergraphSdl);
  const config = readConfig(
    options.env ?? process.env,
    supergraph.subgraphs.map(({ name }) => name).filter((name) => name !== 'root'),
  );
  const log = createLogger('gateway', config.logLevel);
  const local = { ...options.subgraphs, root: await createRoot() };
  const lifecycle = new Lifecycle(log);
  try {
    const links = openLinks(supergraph, local, config);
    for (const link of Object.values(links)) lifecycle.own(`the way to ${link.name}`, link);
    const dataSources = Object.fromEntries(Object.values(links).map((link) => [link.name, new LinkedDataSource(link, log)]));
    const formatError = createFormatError(log);
    const schema = supergraph.parsed.apiSchema().toGraphQLJSSchema();
    const apollo = lifecycle.own(
      'Apollo Server',
      await startApollo({ gateway: createGateway(supergraph, dataSources, log), formatError, log }),
    );
    const health = lifecycle.own('the health watch', watchHealth(Object.values(links), log));
    const keys = new Keys(keyReader(supergraph, local, config), log);
    const door = lifecycle.own(
      'the door',
      await openDoor({
        host: config.host,
        port: config.port,
        cors: { origins: config.corsOrigins, production: config.production },
        authenticate: createAuthenticate(keys),
        documents: createDocuments(schema),
        subscribe: createSubscribe({ supergraph, schema, links, dataSources, resumeMs: config.resumeMs, log }),
        apollo,
        schema,
        keys,
        health,
        formatError,
        log,
      }),
    );
    return { url: door.url, ready: health.ready, stop: () => lifecycle.stop() };
  } catch (error) {
    await lifecycle.stop();
    throw error;
  }
}

runAsProgram(import.meta, start);
