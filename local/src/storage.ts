import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { type Environment, settingOf } from '@agora/platform/service/settings';
import type { MarketplaceConfig } from './config.ts';
import { claimDataFolder, mailIn, mediaIn, plansIn, postgresIn, readSecret } from './data-folder.ts';
import { findPostgres, type RunningPostgres, startPostgres } from './postgres.ts';
import { addressOf } from './welcome.ts';

/** Where the marketplace keeps its data; `env` names it to the services. `stop` ends what was started for it. */
export interface Storage extends Stoppable {
  readonly env: Environment;
}

const BUS = 'bus';

/**
 * Opens what the environment does not name: the embedded PostgreSQL with a database per subgraph and one for events,
 * the secrets, and the folders of mails, files and plans, all kept in AGORA_DATA.
 */
export async function openStorage(config: MarketplaceConfig, log: Logger): Promise<Storage> {
  const databases = embeddedDatabases(config);
  if (databases.length === 0 && config.secret && config.masterKey && config.hasMail && config.hasMedia && config.hasPlanFolder)
    return { env: environment(config, null, {}), stop: () => Promise.resolve() };

  const folder = await claimDataFolder(config.data, addressOf(config));
  try {
    const kept = {
      ...(config.secret ? {} : { AGORA_GATEWAY_SECRET: folder.secret('gateway-secret') }),
      ...(config.masterKey ? {} : { AGORA_MASTER_KEY: folder.secret('master-key') }),
      ...(config.hasMail ? {} : { MAIL_FOLDER: folder.mail }),
      ...(config.hasMedia ? {} : { MEDIA_FOLDER: folder.media }),
      ...(config.hasPlanFolder ? {} : { PLAN_FOLDER: folder.plans }),
    };
    const postgres =
      databases.length === 0 ? null : await startPostgres({ dir: folder.postgres, databases, log: (line) => log.warn(line) });
    return {
      env: environment(config, postgres, kept),
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
  const secrets = {
    ...(config.secret ? {} : { AGORA_GATEWAY_SECRET: readSecret(config.data, 'gateway-secret') }),
    ...(config.masterKey ? {} : { AGORA_MASTER_KEY: readSecret(config.data, 'master-key') }),
  };
  const running = Object.values(secrets).includes(null) ? null : await findPostgres(postgresIn(config.data));
  const kept = {
    ...secrets,
    ...(config.hasMail ? {} : { MAIL_FOLDER: mailIn(config.data) }),
    ...(config.hasMedia ? {} : { MEDIA_FOLDER: mediaIn(config.data) }),
    ...(config.hasPlanFolder ? {} : { PLAN_FOLDER: plansIn(config.data) }),
  };
  return running ? { env: environment(config, running, kept), stop: () => Promise.resolve() } : openStorage(config, log);
}

function embeddedDatabases({ databaseUrls, busDatabaseUrl, kafkaBrokers }: MarketplaceConfig): string[] {
  const ofSubgraphs = Object.entries(databaseUrls).flatMap(([name, url]) => (url === undefined ? [name] : []));
  return busDatabaseUrl === undefined && kafkaBrokers === undefined ? [...ofSubgraphs, BUS] : ofSubgraphs;
}

/** `kept`: the secrets that neither a variable nor its `_FILE` gives. */
function environment(
  config: MarketplaceConfig,
  postgres: RunningPostgres | null,
  kept: Readonly<Record<string, string | null | undefined>>,
): Environment {
  const embedded = postgres ? embeddedDatabases(config) : [];
  return {
    ...Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, value ?? undefined])),
    ...(config.hasApp || config.production ? {} : { APP_URL: addressOf(config) }),
    ...(config.hasPublicUrl || config.production ? {} : { PUBLIC_URL: addressOf(config) }),
    AGORA_DEMO: config.demo,
    LOG_LEVEL: config.logLevel,
    ...Object.fromEntries(
      embedded.map((name) => [name === BUS ? 'BUS_DATABASE_URL' : settingOf(name, 'DATABASE_URL'), postgres?.url(name)]),
    ),
  };
}
