import { Lifecycle } from '@agora/platform/service/lifecycle';
import { createLogger, type Logger } from '@agora/platform/observe/logging';
import { runAsProgram } from '@agora/platform/service/run';
import type { Environment } from '@agora/platform/service/settings';
import type { Stoppable } from '@agora/platform/service/every';
import { type MarketplaceConfig, readMarketplaceConfig } from './config.ts';
import { subgraphNames } from './repository.ts';
import { loadSubgraphs, startSubgraphs } from './in-process.ts';
import { openStorage } from './storage.ts';
import { addressOf, welcome } from './welcome.ts';

/** Runs the whole marketplace in this process: storage, bus, every subgraph of the folder, and the gateway before them. */
export async function start(env: Environment = process.env): Promise<Stoppable> {
  const names = subgraphNames();
  const config = readMarketplaceConfig(env, names, { demo: true });
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
  const code = Promise.all([loadSubgraphs(names), import('@agora/gateway/main')]);
  code.catch(() => {});
  const storage = life.own('storage', await openStorage(config, log));
  const [modules, gateway] = await code;

  const inside = { ...env, ...storage.env };
  const subgraphs = await startSubgraphs({ modules, env: inside, config, log, life });
  const door = life.own('gateway', await gateway.start({ env: inside, subgraphs }));
  void door.ready.then(() => console.log(welcome({ url: addressOf(config), demo: config.demo === 'on', tookMs: performance.now() })));
}

runAsProgram(import.meta, start);
