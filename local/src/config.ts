import path from 'node:path';
import {
  collectProblems,
  databaseUrlSetting,
  type Environment,
  masterKeySetting,
  START_TIMEOUT_MS,
  readSettings,
  refusedInProduction,
  settingOf,
  settings,
  SettingsError,
} from '@agora/platform/service/settings';
import { ROOT } from './repository.ts';

export type MarketplaceConfig = ReturnType<typeof readMarketplaceConfig>;

/**
 * What a start of the whole marketplace reads; every problem is reported at once. `demo`: whether demo data is loaded where
 * AGORA_DEMO is not set; never in production.
 */
export function readMarketplaceConfig(env: Environment, subgraphs: readonly string[], { demo }: { readonly demo: boolean }) {
  const production = env['NODE_ENV'] === 'production';
  const problems = production ? productionProblems(env) : [];
  const read = collectProblems(problems, () =>
    readSettings(
      {
        PORT: settings.PORT.default(4000),
        HOST: settings.HOST.default('127.0.0.1'),
        LOG_LEVEL: settings.LOG_LEVEL.default('warn'),
        AGORA_DATA: settings.AGORA_DATA.default('.agora'),
        AGORA_DEMO: settings.AGORA_DEMO.default(demo && !production ? 'on' : 'off'),
        AGORA_RATE_LIMIT: settings.AGORA_RATE_LIMIT.default('on'),
        AGORA_GATEWAY_SECRET: settings.AGORA_GATEWAY_SECRET.optional(),
        AGORA_MASTER_KEY: masterKeySetting.optional(),
        BUS_DATABASE_URL: settings.BUS_DATABASE_URL.optional(),
        KAFKA_BROKERS: settings.KAFKA_BROKERS.optional(),
        KAFKA_REPLICATION: settings.KAFKA_REPLICATION.default(1),
        START_TIMEOUT_MS: settings.START_TIMEOUT_MS.default(START_TIMEOUT_MS),
        REDIS_URL: settings.REDIS_URL.optional(),
      },
      env,
    ),
  );
  const databaseUrls = collectProblems(problems, () => readDatabaseUrls(env, subgraphs));
  if (!read || !databaseUrls || problems.length > 0) throw new SettingsError(problems);
  return {
    production,
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
    data: path.resolve(ROOT, read.AGORA_DATA),
    demo: read.AGORA_DEMO,
    secret: read.AGORA_GATEWAY_SECRET,
    masterKey: read.AGORA_MASTER_KEY,
    /** Where links in mails lead, where the environment says so. */
    hasApp: isGiven(env, 'APP_URL'),
    /** Where links to files begin, where the environment says so. */
    hasPublicUrl: isGiven(env, 'PUBLIC_URL'),
    /** Whether files are kept where the environment says, and not in AGORA_DATA. */
    hasMedia: isGiven(env, 'MEDIA_FOLDER') || isGiven(env, 'S3_BUCKET'),
    /** Whether plans are kept where the environment says, and not in AGORA_DATA. */
    hasPlanFolder: isGiven(env, 'PLAN_FOLDER'),
    /** Whether mails go where the environment says, and not into AGORA_DATA. */
    hasMail: isGiven(env, 'SMTP_URL') || isGiven(env, 'MAIL_FOLDER'),
    /** By subgraph; those that are not given are kept in the embedded PostgreSQL. */
    databaseUrls,
    busDatabaseUrl: read.BUS_DATABASE_URL,
    kafkaBrokers: read.KAFKA_BROKERS?.split(','),
    kafkaReplication: read.KAFKA_REPLICATION,
    redisUrl: read.REDIS_URL,
    startTimeoutMs: read.START_TIMEOUT_MS,
  };
}

function productionProblems(env: Environment): string[] {
  const problems = refusedInProduction(env);
  for (const name of ['AGORA_GATEWAY_SECRET', 'AGORA_MASTER_KEY']) {
    if (isGiven(env, name)) continue;
    problems.push(
      `${name} is not set, and is not made up with NODE_ENV=production; give at least 32 random characters (openssl rand -hex 32).`,
    );
  }
  if (!isGiven(env, 'SMTP_URL')) problems.push('SMTP_URL is not set, and mails are not kept in a folder with NODE_ENV=production.');
  return problems;
}

function isGiven(env: Environment, name: string): boolean {
  return Boolean(env[name] || env[`${name}_FILE`]);
}

function readDatabaseUrls(env: Environment, subgraphs: readonly string[]): Readonly<Record<string, string | undefined>> {
  const shape = Object.fromEntries(subgraphs.map((name) => [name, databaseUrlSetting(name).optional()]));
  const names = Object.fromEntries(subgraphs.map((name) => [name, settingOf(name, 'DATABASE_URL')]));
  return readSettings(shape, env, names);
}
