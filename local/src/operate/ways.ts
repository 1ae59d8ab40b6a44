import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { type Database, openDatabase } from '@agora/platform/database/database';
import { isConnectionFailure } from '@agora/platform/database/database-errors';
import { messageOf } from '@agora/platform/errors';
import { IDENTITY_HEADER, signIdentity } from '@agora/platform/security/identity';
import type { Lifecycle } from '@agora/platform/service/lifecycle';
import { createLogger, type Logger } from '@agora/platform/observe/logging';
import { Replays } from '@agora/platform/replay/replays';
import type { Bus } from '@agora/platform/transport/bus';
import { openBus } from '@agora/platform/transport/open-bus';
import { createOperatorGraph } from '@agora/platform/operator/graph';
import { shellActor } from '@agora/platform/operator/shell';
import { databaseUrlSetting, type Environment, readSettings, settingOf, settings } from '@agora/platform/service/settings';
import { boolean } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import * as z from 'zod';
import { type MarketplaceConfig, readMarketplaceConfig } from '../config.ts';
import { postgresIn } from '../data-folder.ts';
import { subgraphNames } from '../repository.ts';
import { loadModule } from '../in-process.ts';
import { borrowStorage } from '../storage.ts';
import { topicsOf } from './topics.ts';

/** How the events of one service are reached. */
export interface Way {
  readonly service: string;
  /** Rejects with `Away` when neither the service nor its database answers. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
}

/** Neither the service nor its database answers. */
export class Away extends Error {
  override readonly name = 'Away';
}

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() })).optional(),
});
const TIMEOUT_MS = 15_000;

export interface Wanted {
  /** Who asks; whoever is signed in at the shell where absent. */
  readonly as?: string | undefined;
  /** Whether sagas or projections are asked about, for which a service's code is loaded. */
  readonly withCode: boolean;
}

/**
 * A way to every service: by its database where that is known or kept in AGORA_DATA, which works while the service is down; else
 * by its private route, signed like the gateway's questions.
 */
export async function openWays(env: Environment, life: Lifecycle, { as: user = userInfo().username, withCode }: Wanted): Promise<Way[]> {
  const names = subgraphNames();
  const config = readMarketplaceConfig(env, names, { demo: false });
  const log = createLogger('operate', env['LOG_LEVEL'] ? config.logLevel : 'silent');
  const isHere = existsSync(postgresIn(config.data));
  const storage = isHere ? life.own('storage', await borrowStorage(config, log)).env : {};
  const inside = { ...env, ...storage };
  const withDatabase = new Set(names.filter((name) => config.databaseUrls[name] ?? storage[settingOf(name, 'DATABASE_URL')]));
  const urls = withDatabase.size === names.length ? null : await (await import('@agora/gateway/main')).operatorUrls(inside);
  const bus = borrowedBus(config, inside, log, life);
  return names.map((service) =>
    withDatabase.has(service)
      ? byDatabase(service, { env: inside, bus, user, withCode, log, life })
      : byRoute(
          service,
          urls?.get(service) ?? '',
          readSettings({ secret: settings.AGORA_GATEWAY_SECRET }, inside, SECRET_NAME).secret,
          user,
        ),
  );
}

const SECRET_NAME = { secret: 'AGORA_GATEWAY_SECRET' };

interface Inside {
  readonly env: Environment;
  readonly bus: Pick<Bus, 'lag' | 'history'>;
  readonly user: string;
  readonly withCode: boolean;
  readonly log: Logger;
  readonly life: Lifecycle;
}

/** The same graph that the service answers by its private route, made here; the schema is left as it is. */
function byDatabase(service: string, { env, bus, user, withCode, log, life }: Inside): Way {
  const { url } = readSettings({ url: databaseUrlSetting(service) }, env, { url: settingOf(service, 'DATABASE_URL') });
  const open = once(async () => {
    const { sagas, replayed } = withCode ? await loadModule(service) : {};
    const database = life.own('database', await openDatabase({ url, entities: sagas?.entities ?? [], migrations: null, log, poolSize: 2 }));
    await refuseStranger(database, service);
    const { projections, entities } = replayed ?? { projections: [], entities: [] };
    const replays = life.own(
      'replays',
      new Replays({ service, database, bus, group: service, consumer: null, projections, entities, log }),
    );
    return createOperatorGraph({
      service,
      database,
      bus,
      group: service,
      topics: await topicsOf(service),
      sagas: sagas?.verbs,
      replays,
      secret: '',
      operationCacheBytes: 1_000_000,
      maxAnswerBytes: Infinity,
      log,
    });
  });
  return {
    service,
    async ask(text, variables) {
      const graph = await open().catch((error: unknown) => {
        throw isConnectionFailure(error) ? new Away(`The database of ${service} does not answer: ${messageOf(error)}`) : error;
      });
      return dataOf(await graph.execute({ query: text, variables, identity: { actor: shellActor(user), ip: '' } }));
    },
  };
}

/** A database of an older version has not what is read here. */
async function refuseStranger(database: Database, service: string): Promise<void> {
  const [found] = await isOurs(database.fork());
  if (!found?.there) throw new Error(`The database of ${service} was not made by this version of Agora: start the services first.`);
}

const isOurs = statement({ there: boolean("to_regclass('platform.replay') is not null") }, (columns) => `select ${columns}`);

function byRoute(service: string, url: string, secret: string, user: string): Way {
  return {
    service,
    async ask(text, variables) {
      const identity = signIdentity(secret, { actor: shellActor(user), ip: '' });
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: identity },
        body: JSON.stringify({ query: text, variables }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch((error: unknown) => {
        throw new Away(`${service} does not answer at ${url}: ${messageOf(error)}`);
      });
      return dataOf(await response.json());
    },
  };
}

/** Opened when it is asked for: only what is behind needs it. */
function borrowedBus(config: MarketplaceConfig, env: Environment, log: Logger, life: Lifecycle): Inside['bus'] {
  const open = once(async () =>
    life.own(
      'bus',
      await openBus({ ...config, busDatabaseUrl: config.busDatabaseUrl ?? env['BUS_DATABASE_URL'], service: 'operate', log }),
    ),
  );
  return {
    lag: async (group, topics) => (await open()).lag(group, topics),
    history: async (topics, since) => (await open()).history(topics, since),
  };
}

function dataOf(answer: unknown): Readonly<Record<string, unknown>> {
  const { data, errors } = Answer.parse(answer);
  const [problem] = errors ?? [];
  if (problem?.extensions?.code === 'SUBGRAPH_UNAVAILABLE') throw new Away(problem.message);
  if (problem) throw new Error(problem.message);
  return data ?? {};
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
