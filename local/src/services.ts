import { setTimeout as sleep } from 'node:timers/promises';
import type { Stoppable } from '@agora/platform/service/every';
import { Lifecycle } from '@agora/platform/service/lifecycle';
import { createLogger, type Logger } from '@agora/platform/observe/logging';
import { runAsProgram } from '@agora/platform/service/run';
import { type Environment, settingOf } from '@agora/platform/service/settings';
import { keepAlive } from './child.ts';
import { type MarketplaceConfig, readMarketplaceConfig } from './config.ts';
import { programOf, subgraphNames } from './repository.ts';
import { freePorts } from '@agora/platform/free-port';
import { openStorage } from './storage.ts';
import { addressOf, type Part, welcome } from './welcome.ts';

/** Runs the gateway and every subgraph of the folder as a process each, and starts one that dies again. */
export async function start(env: Environment = process.env): Promise<Stoppable> {
  const names = subgraphNames();
  const config = readMarketplaceConfig(env, names, { demo: false });
  const log = createLogger('local', config.logLevel);
  const life = new Lifecycle(log);
  try {
    await open(names, config, env, log, life);
    return life;
  } catch (error) {
    await life.stop();
    throw error;
  }
}

async function open(names: readonly string[], config: MarketplaceConfig, env: Environment, log: Logger, life: Lifecycle): Promise<void> {
  const storage = life.own('storage', await openStorage(config, log));
  const shared = { ...env, ...storage.env, AGORA_SUPERVISED: '1' };
  const ports = await freePorts(names.length);
  const addresses = names.map((name, index) => ({ name, port: String(ports[index]) }));
  const run = (name: string, program: string, own: Environment) =>
    keepAlive({ name, program, env: { ...shared, ...own }, log: (line) => log.warn(line) });

  const subgraphs = addresses.map(({ name, port }) => run(name, programOf(name), { HOST: '127.0.0.1', PORT: port }));
  life.own('subgraphs', { stop: async () => void (await Promise.all(subgraphs.map((subgraph) => subgraph.stop()))) });

  const urls = Object.fromEntries(addresses.map(({ name, port }) => [settingOf(name, 'URL'), `http://127.0.0.1:${port}/graphql`]));
  const door = { HOST: config.host, PORT: String(config.port) };
  life.own('greeting', greetOnceReady(config, partsOf(config, addresses, shared)));
  life.own('gateway', run('gateway', 'gateway/src/main.ts', { ...urls, ...door }));
}

interface Address {
  readonly name: string;
  readonly port: string;
}

function partsOf(config: MarketplaceConfig, subgraphs: readonly Address[], env: Environment): Part[] {
  const databases = subgraphs.map(({ name }) => config.databaseUrls[name] ?? env[settingOf(name, 'DATABASE_URL')]);
  const hostsOf = (urls: readonly (string | undefined)[]) => new Set(urls.flatMap((url) => (url ? [new URL(url).host] : [])));
  return [
    { name: 'gateway', address: `${addressOf(config)}/graphql` },
    ...subgraphs.map(({ name, port }) => ({ name, address: `http://127.0.0.1:${port}/graphql` })),
    ...[...hostsOf([...databases, config.busDatabaseUrl ?? env['BUS_DATABASE_URL']])].map((address) => ({ name: 'PostgreSQL', address })),
    ...(config.kafkaBrokers ?? []).map((address) => ({ name: 'Kafka', address })),
    ...[...hostsOf([config.redisUrl])].map((address) => ({ name: 'Redis', address })),
  ];
}

function greetOnceReady(config: MarketplaceConfig, parts: readonly Part[]): Stoppable {
  const url = addressOf(config);
  let stopped = false;
  const greeted = (async () => {
    while (!stopped) {
      const ready = await fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) return console.log(welcome({ url, demo: config.demo === 'on', tookMs: performance.now(), parts }));
      await sleep(100);
    }
  })();
  return {
    stop() {
      stopped = true;
      return greeted;
    },
  };
}

runAsProgram(import.meta, start);
