import type { Bus } from '../transport/bus.ts';
import type { Files, Routes } from '../graph/http.ts';
import type { Environment } from './settings.ts';
import {
  databaseUrlSetting,
  START_TIMEOUT_MS,
  MAX_ANSWER_BYTES,
  readSettings,
  refusedInProduction,
  settingOf,
  settings,
  SettingsError,
} from './settings.ts';
import type { Subgraph } from '../graph/subgraph.ts';

/** What `start` of every subgraph takes. */
export interface StartOptions {
  /** The process's own where absent. */
  readonly env?: Environment;
  /** Serve HTTP and WebSocket; false where the gateway lives in the same process. */
  readonly listen?: boolean;
  /** The bus of the process, where several services share one; whoever made it stops it. */
  readonly bus?: Bus;
  /** Is given every SQL statement; for tests that count them. */
  readonly onStatement?: (sql: string) => void;
  /** Hears of a code that a mutation answered and its description does not name; the log has it where this is absent. */
  readonly onUndescribedCode?: (mutation: string, code: string) => void;
}

/** A running subgraph; demo data, where asked for, is in it. */
export interface Service extends Subgraph {
  /** Where it listens; null when it does not. */
  readonly url: string | null;
  /** Further GET paths that it serves as JSON, for example `/.well-known/jwks.json`; the gateway in the same process calls them. */
  readonly routes: Routes;
  /** What it serves as bytes; the gateway in the same process hands requests to it. */
  readonly files?: Files | undefined;
  /** What an operator may ask it; made when it is asked for. */
  readonly operatorGraph: () => Promise<Subgraph>;
  /** Idempotent: server, consumers, timers, relay, bus, database. */
  stop(): Promise<void>;
}

export type ServiceConfig = ReturnType<typeof readServiceConfig>;

/** What every subgraph reads from the environment. */
export function readServiceConfig(name: string, env: Environment = process.env) {
  const refused = refusedInProduction(env);
  if (refused.length > 0) throw new SettingsError(refused);
  const database = settingOf(name, 'DATABASE_URL');
  const read = readSettings(
    {
      DATABASE_URL: databaseUrlSetting(name),
      PORT: settings.PORT.default(4000),
      HOST: settings.HOST.default('127.0.0.1'),
      LOG_LEVEL: settings.LOG_LEVEL.default('info'),
      AGORA_DEMO: settings.AGORA_DEMO.default('off'),
      AGORA_RATE_LIMIT: settings.AGORA_RATE_LIMIT.default('on'),
      AGORA_GATEWAY_SECRET: settings.AGORA_GATEWAY_SECRET,
      OPERATION_CACHE_BYTES: settings.OPERATION_CACHE_BYTES.default(16 * 1024 * 1024),
      STATEMENT_TIMEOUT_MS: settings.STATEMENT_TIMEOUT_MS.default(12_000),
      DATABASE_POOL_SIZE: settings.DATABASE_POOL_SIZE.default(10),
      BACKGROUND_POOL_SIZE: settings.BACKGROUND_POOL_SIZE.default(4),
      MAX_ANSWER_BYTES: settings.MAX_ANSWER_BYTES.default(MAX_ANSWER_BYTES),
      METRICS_TOKEN: settings.METRICS_TOKEN.optional(),
      BUS_DATABASE_URL: settings.BUS_DATABASE_URL.optional(),
      KAFKA_BROKERS: settings.KAFKA_BROKERS.optional(),
      KAFKA_REPLICATION: settings.KAFKA_REPLICATION.default(1),
      START_TIMEOUT_MS: settings.START_TIMEOUT_MS.default(START_TIMEOUT_MS),
      REDIS_URL: settings.REDIS_URL.optional(),
    },
    env,
    { DATABASE_URL: database },
  );
  return {
    name,
    databaseUrl: read.DATABASE_URL,
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
    demo: read.AGORA_DEMO === 'on',
    rateLimit: read.AGORA_RATE_LIMIT === 'on',
    secret: read.AGORA_GATEWAY_SECRET,
    operationCacheBytes: read.OPERATION_CACHE_BYTES,
    statementTimeoutMs: read.STATEMENT_TIMEOUT_MS,
    poolSize: read.DATABASE_POOL_SIZE,
    backgroundPoolSize: read.BACKGROUND_POOL_SIZE,
    maxAnswerBytes: read.MAX_ANSWER_BYTES,
    metricsToken: read.METRICS_TOKEN,
    busDatabaseUrl: read.BUS_DATABASE_URL,
    kafkaBrokers: read.KAFKA_BROKERS?.split(','),
    kafkaReplication: read.KAFKA_REPLICATION,
    startTimeoutMs: read.START_TIMEOUT_MS,
    redisUrl: read.REDIS_URL,
  };
}
