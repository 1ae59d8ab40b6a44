import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ZodType } from 'zod';
import type { DatabaseOptions } from '@agora/platform/database/database';
import type { Lifecycle } from '@agora/platform/service/lifecycle';
import type { Logger } from '@agora/platform/observe/logging';
import { openBus } from '@agora/platform/transport/open-bus';
import type { Projection } from '@agora/platform/replay/projection';
import type { Sagas } from '@agora/platform/operator/sagas';
import type { Service, StartOptions } from '@agora/platform/service/service';
import type { Environment } from '@agora/platform/service/settings';
import type { MarketplaceConfig } from './config.ts';
import { programOf, ROOT } from './repository.ts';

interface SubgraphModule {
  start(options: StartOptions): Promise<Service>;
  /** What it alone reads from the environment. */
  readonly settings?: Readonly<Record<string, ZodType>>;
  /** Its processes over several services, and the entities that they are kept in. */
  readonly sagas?: { readonly entities: DatabaseOptions['entities']; readonly verbs: Sagas };
  /** What it keeps of others' events, and the entities that this is kept in. */
  readonly replayed?: { readonly entities: DatabaseOptions['entities']; readonly projections: readonly Projection[] };
}

export type SubgraphModules = Readonly<Record<string, SubgraphModule>>;

/** Loads the services' code; takes a second, so that it is begun while PostgreSQL starts. */
export async function loadSubgraphs(names: readonly string[]): Promise<SubgraphModules> {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await loadModule(name)] as const)));
}

/** Runs every subgraph in this process, on one bus. */
export async function startSubgraphs(options: {
  readonly modules: SubgraphModules;
  readonly env: Environment;
  readonly config: MarketplaceConfig;
  readonly log: Logger;
  readonly life: Lifecycle;
}): Promise<Readonly<Record<string, Service>>> {
  const { modules, env, config, log, life } = options;
  const bus = life.own(
    'bus',
    await openBus({
      kafkaBrokers: config.kafkaBrokers,
      busDatabaseUrl: config.busDatabaseUrl ?? env['BUS_DATABASE_URL'],
      kafkaReplication: config.kafkaReplication,
      startTimeoutMs: config.startTimeoutMs,
      service: 'agora',
      log,
    }),
  );
  const services: Record<string, Service> = {};
  life.own('subgraphs', { stop: async () => void (await Promise.all(Object.values(services).map((service) => service.stop()))) });
  const started = await Promise.allSettled(
    Object.entries(modules).map(async ([name, { start }]) => {
      services[name] = await start({ env, listen: false, bus });
    }),
  );
  for (const result of started) if (result.status === 'rejected') throw result.reason;
  return services;
}

/** Of one service. */
export async function loadModule(name: string): Promise<SubgraphModule> {
  return import(pathToFileURL(path.join(ROOT, programOf(name))).href);
}
