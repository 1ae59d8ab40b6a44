import { HOUR_MS } from '../durations.ts';
import { openReadCache } from '../caching/open-read-cache.ts';
import type { Purge } from '../caching/purge.ts';
import type { CacheConfig } from '../caching/settings.ts';
import { type Budgets, openBudgets, unlimitedBudgets } from '../budgets/budgets.ts';
import type { Bus } from '../transport/bus.ts';
import { consume, type Reaction, topicsOf } from '../events/consumer.ts';
import { createCursors, type Cursors } from '../reading/cursor.ts';
import { type Database, type DatabaseOptions, openDatabase, query } from '../database/database.ts';
import { databaseAnswers } from '../database/database-answers.ts';
import { every, type Stoppable } from './every.ts';
import { type Feeds, openFeeds } from '../live/feed.ts';
import { type Files, type Routes, serveSubgraph } from '../graph/http.ts';
import { forgetOldKeys } from '../graph/idempotency.ts';
import { Lifecycle } from './lifecycle.ts';
import { createLogger, type Logger } from '../observe/logging.ts';
import { openBus } from '../transport/open-bus.ts';
import { createOperatorGraph } from '../operator/graph.ts';
import type { Projection } from '../replay/projection.ts';
import { Replays } from '../replay/replays.ts';
import type { Sagas } from '../operator/sagas.ts';
import { startRelay } from '../events/relay.ts';
import { readServiceConfig, type Service, type ServiceConfig, type StartOptions } from './service.ts';
import { migrationsOf, sdlOf } from './service-files.ts';
import { type Environment, settingOf } from './settings.ts';
import { type BaseContext, createSubgraph, type Subgraph, type SubgraphOptions } from '../graph/subgraph.ts';

/** What a service may build its insides from. */
export interface Parts {
  readonly config: ServiceConfig;
  /** For settings that only this service reads. */
  readonly env: Environment;
  readonly log: Logger;
  readonly database: Database;
  readonly cursors: Cursors;
  /** The live feeds of this service's database. */
  readonly feeds: Feeds;
  /** Lifted where nothing is to be limited. */
  readonly budgets: Budgets;
}

/** The three ways in: people ask, things happened elsewhere, time passed. */
export interface Insides<Context extends BaseContext> extends Pick<
  SubgraphOptions<Context>,
  'resolvers' | 'context' | 'guestScope' | 'ownRepeats' | 'onAnswer'
> {
  readonly reactions: readonly Reaction[];
  /** How many transactions react side by side; more than one only where those of different keys lock nothing in common (1). */
  readonly lanes?: number;
  readonly timers?: readonly Timer[];
  /** What works on its own from the start to the stop of the service. */
  readonly workers?: readonly (() => Stoppable)[];
  readonly routes?: Routes;
  /** What it serves as bytes. */
  readonly files?: Files;
  /** Its processes over several services; none where absent. */
  readonly sagas?: Sagas;
  /** What it keeps of others' events; their reactions are among its reactions. */
  readonly projections?: readonly Projection[];
  /** Keeps what everybody asks, until the service's own events purge it; nothing is kept where absent. */
  readonly cache?: CacheConfig & { readonly purges: readonly Purge[] };
  /** Loads demo data where there is none yet. */
  readonly demo?: () => Promise<void>;
}

export interface Timer {
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

export interface Definition<Context extends BaseContext> extends Pick<DatabaseOptions, 'entities'> {
  /** Its folder, its database, its topic, its place in the graph. */
  readonly name: string;
  readonly insides: (parts: Parts) => Insides<Context> | Promise<Insides<Context>>;
}

/**
 * How every subgraph starts: database, bus, relay, live feeds, timers, consumer, demo data, server; `stop` goes the other way.
 * What was opened is closed again when a later step fails.
 */
export function defineService<Context extends BaseContext>(definition: Definition<Context>): (options?: StartOptions) => Promise<Service> {
  return async (options = {}) => {
    const config = readServiceConfig(definition.name, options.env);
    const log = createLogger(definition.name, config.logLevel);
    const life = new Lifecycle(log);
    try {
      return await open(definition, options, config, log, life);
    } catch (error) {
      await life.stop();
      throw error;
    }
  };
}

async function open<Context extends BaseContext>(
  { name, entities, insides }: Definition<Context>,
  options: StartOptions,
  config: ServiceConfig,
  log: Logger,
  life: Lifecycle,
): Promise<Service> {
  await databaseAnswers({ url: config.databaseUrl, setting: settingOf(name, 'DATABASE_URL'), startTimeoutMs: config.startTimeoutMs, log });
  const database = life.own(
    'database',
    await openDatabase({
      url: config.databaseUrl,
      statementTimeoutMs: config.statementTimeoutMs,
      poolSize: config.poolSize,
      backgroundPoolSize: config.backgroundPoolSize,
      entities,
      migrations: migrationsOf(name),
      log,
      onStatement: options.onStatement,
    }),
  );
  const bus: Bus = options.bus ?? life.own('bus', await openBus({ ...config, service: name, log }));
  const topic = `${name}.events`;
  const cursors = createCursors(config.secret);
  life.own('relay', startRelay({ database, bus, log }));
  const feeds = life.own('live feeds', await openFeeds({ database, bus, topic, cursors, log }));

  const budgets = life.own('budgets', config.rateLimit ? openBudgets({ ...config, log }) : unlimitedBudgets);

  const inside = await insides({ config, env: options.env ?? process.env, log, database, cursors, feeds, budgets });
  const { cache } = inside.cache
    ? life.own('read cache', await openReadCache({ ...inside.cache, service: name, database, bus, topic, log }))
    : { cache: undefined };
  const subgraph = createSubgraph({
    ...config,
    sdl: await sdlOf(name),
    database,
    log,
    onUndescribedCode: options.onUndescribedCode,
    ...inside,
    cache,
  });
  for (const { everyMs, work } of inside.timers ?? []) life.own('timer', every(everyMs, log, work));
  for (const work of inside.workers ?? []) life.own('worker', work());
  life.own(
    'timer',
    every(HOUR_MS, log, () => forgetOldKeys(database.fork())),
  );
  const consumer = life.own(
    'consumer',
    await consume({ database, bus, group: name, reactions: inside.reactions, lanes: inside.lanes, log }),
  );
  if (config.demo) await loadDemo(inside, log);
  const routes = inside.routes ?? {};
  const replays = life.own(
    'replays',
    new Replays({ service: name, database, bus, group: name, consumer, projections: inside.projections ?? [], entities, log }),
  );
  let madeOperatorGraph: Promise<Subgraph> | undefined;
  const operatorGraph = () =>
    (madeOperatorGraph ??= createOperatorGraph({
      ...config,
      service: name,
      database,
      bus,
      group: name,
      topics: topicsOf(inside.reactions),
      sagas: inside.sagas,
      replays,
      log,
    }));
  const server =
    options.listen === false
      ? null
      : life.own(
          'server',
          await serveSubgraph({
            ...config,
            subgraph,
            operatorGraph,
            routes,
            files: inside.files,
            log,
            check: () => query(database.fork(), 'select 1'),
          }),
        );
  log.info({ url: server?.url }, 'Serving.');

  return { ...subgraph, routes, files: inside.files, operatorGraph, url: server?.url ?? null, stop: () => life.stop() };
}

/** Without its demo data a service is still of use. */
async function loadDemo({ demo }: { readonly demo?: () => Promise<void> }, log: Logger): Promise<void> {
  try {
    await demo?.();
  } catch (error) {
    log.error({ err: error }, 'Demo data could not be loaded.');
  }
}
