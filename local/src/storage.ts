import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { type Environment, settingOf } from '@agora/platform/service/settings';
import type { MarketplaceConfig } from './config.ts';
import { claimDataFolder, postgresIn, readSecret } from './data-folder.ts';
import { findPostgres, type RunningPostgres, startPostgres } from './postgres.ts';
import { addressOf } from './welcome.ts';

/** Where the marketplace keeps its data; `env` names it to the services. `stop` ends what was started for it. */
export interface Storage extends Stoppable {
  readonly env: Environment;
}

const BUS = 'bus';

/**
 * Opens what the environment does not name: the embedded PostgreSQL with a database per subgraph and one for events,
 * and the gateway's secret, both kept in AGORA_DATA.
 */
export async function openStorage(config: MarketplaceConfig, log: Logger): Promise<Storage> {
  const databases = embeddedDatabases(config);
  if (databases.length === 0 && config.secret) return { env: environment(config, null, null), stop: () => Promise.resolve() };

  const folder = await claimDataFolder(config.data, addressOf(config));
  try {
    const secret = config.secret ? null : folder.secret();
    const postgres =
      databases.length === 0 ? null : await startPostgres({ dir: folder.postgres, databases, log: (line) => log.warn(line) });
    return {
      env: environment(config, postgres, secret),
      async stop() {
        await postgres?.stop();
        await folder.stop();
      },
    };
  } catch (error) {
    await folder.stop();
    throw error;
  }
}

/** The storage of a marketplace that runs now, which keeps running; else opens it. */
export async function borrowStorage(config: MarketplaceConfig, log: Logger): Promise<Storage> {
  const secret = config.secret ? null : readSecret(config.data);
  const running = config.secret || secret ? await findPostgres(postgresIn(config.data)) : null;
  return running ? { env: environment(config, running, secret), stop: () => Promise.resolve() } : openStorage(config, log);
}

function embeddedDatabases({ databaseUrls, busDatabaseUrl, kafkaBrokers }: MarketplaceConfig): string[] {
  const ofSubgraphs = Object.entries(databaseUrls).flatMap(([name, url]) => (url === undefined ? [name] : []));
  return busDatabaseUrl === undefined && kafkaBrokers === undefined ? [...ofSubgraphs, BUS] : ofSubgraphs;
}

/** `secret` is null where the environment has one, or a file with it. */
function environment(config: MarketplaceConfig, postgres: RunningPostgres | null, secret: string | null): Environment {
  const embedded = postgres ? embeddedDatabases(config) : [];
  return {
    ...(secret !== null && { AGORA_GATEWAY_SECRET: secret }),
    AGORA_DEMO: config.demo,
    LOG_LEVEL: config.logLevel,
    ...Object.fromEntries(
      embedded.map((name) => [name === BUS ? 'BUS_DATABASE_URL' : settingOf(name, 'DATABASE_URL'), postgres?.url(name)]),
    ),
  };
}
