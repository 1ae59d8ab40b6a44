import path from 'node:path';
import {
  collectProblems,
  corsOriginsSetting,
  type Environment,
  MAX_ANSWER_BYTES,
  readSettings,
  refusedInProduction,
  settingOf,
  settings,
  SettingsError,
  subgraphUrlSetting,
} from '@agora/platform/service/settings';
import * as z from 'zod';
import type { PerMinute } from './budgets/asker-budgets.ts';
import { type Allowances, allowanceSettings, readAllowances } from './door/allowances.ts';
import { forwardHeaders } from './door/forwarded-headers.ts';
import { isNetwork } from './door/client-address.ts';
import { MAX_COST } from './cost/expression.ts';
import type { TrustMode } from './trusted/trusted-documents.ts';

const milliseconds = z.coerce.number().int().min(1).max(300_000);
const cost = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const cacheBytes = z.coerce.number().int().min(1_000_000).max(16_000_000_000);

const bytes = z.coerce.number().int().min(1_024).max(1_000_000_000);

export const TOKEN_CACHE_BYTES = 4 * 1024 * 1024;
export const LIVE_BACKLOG_BYTES = 4 * 1024 * 1024;
export const DOCUMENT_CACHE_BYTES = 64 * 1024 * 1024;

/** Settings that only the gateway reads. Each description is what `npm start -- --help` prints. */
export const gatewaySettings = {
  CORS_ORIGINS: corsOriginsSetting,
  TRUSTED_PROXIES: z
    .string()
    .refine((list) => list.split(',').every(isNetwork), 'must be a list of addresses and networks like 10.0.0.0/8,fd00::/8')
    .describe('proxies whose X-Forwarded-For says who asks, as addresses and networks (none)'),
  FORWARD_HEADERS: forwardHeaders,
  VIEWER_COST_PER_MINUTE: cost.describe('what the operations of an account may cost in a minute (3000000)'),
  GUEST_COST_PER_MINUTE: cost.describe('what the operations of all guests of an address may cost in a minute (6000000)'),
  NEW_DOCUMENTS_MS_PER_MINUTE: milliseconds.describe(
    'how much of the CPU documents that were never seen before may take in a minute, for an account or all guests of an address (3000)',
  ),
  SUBGRAPH_CONNECT_TIMEOUT_MS: milliseconds.describe('how long connecting to a subgraph may take (1000)'),
  SUBGRAPH_TIMEOUT_MS: milliseconds.describe('how long a subgraph may take to answer (10000)'),
  SUBGRAPH_RESUME_MS: milliseconds.describe('how long a live subscription waits for a lost subgraph (30000)'),
  SUBGRAPH_SILENCE_MS: milliseconds.describe(
    'how long a subgraph may answer its health and nothing else before the way to it is opened anew (10000)',
  ),
  DOCUMENTS: z
    .string()
    .min(1)
    .describe('manifest of trusted documents: the file of @apollo/generate-persisted-query-manifest, or a JSON object of texts by hash'),
  DOCUMENTS_MODE: z
    .enum(['enforce', 'log', 'off'])
    .describe('what becomes of a document that is not in DOCUMENTS: refused, named once in the log, answered: enforce, log, off (enforce)'),
  PUBLISH_SCHEMA: z
    .enum(['on', 'off'])
    .describe(
      'answer GET /schema.graphql with what clients may ask for, and GET /events with what services announce: on, off (on; off where DOCUMENTS are enforced)',
    ),
  PLAN_FOLDER: z
    .string()
    .min(1)
    .describe(
      'folder that keeps plans of operations, so that a gateway that starts again need not make them; who can write to it can run code in the gateway (plans in AGORA_DATA with npm start, else none)',
    ),
  DOCUMENT_CACHE_BYTES: cacheBytes.describe('memory for what the gateway remembers of documents: texts, documents, plans (67108864)'),
  MAX_OPERATION_COST: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_COST)
    .describe('the most that one operation may cost, counted before it runs (100000)'),
  TOKEN_CACHE_BYTES: bytes.describe('memory for tokens whose signature was checked a moment ago (4194304)'),
  LIVE_BACKLOG_BYTES: bytes.describe('how large the events may be together that wait for a slow reader of a subscription (4194304)'),
  ...allowanceSettings,
  SHARE_IN_FLIGHT: z
    .enum(['on', 'off'])
    .describe('answer equal queries of one asker that are under way at the same time together: on, off (on)'),
} as const;

export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly production: boolean;
  readonly logLevel: string;
  /** Signs what subgraphs are told about who asks; null serves an open graph: no identities, no limits, every error as it is. */
  readonly secret: string | null;
  readonly metricsToken?: string | undefined;
  readonly corsOrigins: readonly string[];
  readonly forwardedHeaders: readonly string[];
  /** Addresses and networks of those who say by X-Forwarded-For who asks. */
  readonly trustedProxies: readonly string[];
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
  readonly silenceMs: number;
  readonly allowances: Allowances;
  readonly tokenCacheBytes: number;
  readonly liveBacklogBytes: number;
  readonly resumeMs: number;
  /** The manifest of trusted documents, and what becomes of the others; null where there is none. */
  readonly trustedDocuments: { readonly file: string; readonly mode: TrustMode } | null;
  /** Whether `/schema.graphql` and `/events` answer. */
  readonly publishesSchema: boolean;
  /** Keeps plans of operations; null where none does. */
  readonly planFolder: string | null;
  /** For what is remembered of clients' documents. */
  readonly documentCacheBytes: number;
  readonly maxOperationCost: number;
  /** Of one operation. */
  readonly maxAnswerBytes: number;
  /** Of one subgraph, an event as well. */
  readonly subgraphAnswerBytes: number;
  readonly sharesInFlight: boolean;
  readonly mergesFetches: boolean;
  /** Addresses that go before the supergraph's, by subgraph. */
  readonly subgraphUrls: Readonly<Record<string, string | undefined>>;
}

export interface AgoraConfig extends GatewayConfig {
  readonly secret: string;
  /** Whether askers have budgets. */
  readonly isLimited: boolean;
  readonly perMinute: PerMinute;
  readonly redisUrl: string | undefined;
}

/** Reads the gateway's environment; every subgraph of the supergraph may be given an address as `<NAME>_URL`. */
export function readConfig(env: Environment, subgraphs: readonly string[]): AgoraConfig {
  const problems = refusedInProduction(env);
  const read = collectProblems(problems, () =>
    readSettings(
      {
        PORT: settings.PORT.default(4000),
        HOST: settings.HOST.default('127.0.0.1'),
        NODE_ENV: settings.NODE_ENV.optional(),
        LOG_LEVEL: settings.LOG_LEVEL.default('info'),
        AGORA_GATEWAY_SECRET: settings.AGORA_GATEWAY_SECRET,
        METRICS_TOKEN: settings.METRICS_TOKEN.optional(),
        REDIS_URL: settings.REDIS_URL.optional(),
        AGORA_RATE_LIMIT: settings.AGORA_RATE_LIMIT.default('on'),
        VIEWER_COST_PER_MINUTE: gatewaySettings.VIEWER_COST_PER_MINUTE.default(3_000_000),
        GUEST_COST_PER_MINUTE: gatewaySettings.GUEST_COST_PER_MINUTE.default(6_000_000),
        NEW_DOCUMENTS_MS_PER_MINUTE: gatewaySettings.NEW_DOCUMENTS_MS_PER_MINUTE.default(3_000),
        CORS_ORIGINS: gatewaySettings.CORS_ORIGINS.optional(),
        FORWARD_HEADERS: gatewaySettings.FORWARD_HEADERS.refine(hasNoCookie, 'must not name cookie: sessions are in it').default([]),
        TRUSTED_PROXIES: gatewaySettings.TRUSTED_PROXIES.optional(),
        SUBGRAPH_CONNECT_TIMEOUT_MS: gatewaySettings.SUBGRAPH_CONNECT_TIMEOUT_MS.default(1_000),
        SUBGRAPH_TIMEOUT_MS: gatewaySettings.SUBGRAPH_TIMEOUT_MS.default(10_000),
        SUBGRAPH_RESUME_MS: gatewaySettings.SUBGRAPH_RESUME_MS.default(30_000),
        SUBGRAPH_SILENCE_MS: gatewaySettings.SUBGRAPH_SILENCE_MS.default(10_000),
        DOCUMENTS: gatewaySettings.DOCUMENTS.optional(),
        DOCUMENTS_MODE: gatewaySettings.DOCUMENTS_MODE.default('enforce'),
        PUBLISH_SCHEMA: gatewaySettings.PUBLISH_SCHEMA.optional(),
        PLAN_FOLDER: gatewaySettings.PLAN_FOLDER.optional(),
        DOCUMENT_CACHE_BYTES: gatewaySettings.DOCUMENT_CACHE_BYTES.default(DOCUMENT_CACHE_BYTES),
        MAX_ANSWER_BYTES: settings.MAX_ANSWER_BYTES.default(MAX_ANSWER_BYTES),
        MAX_OPERATION_COST: gatewaySettings.MAX_OPERATION_COST.default(100_000),
        TOKEN_CACHE_BYTES: gatewaySettings.TOKEN_CACHE_BYTES.default(TOKEN_CACHE_BYTES),
        LIVE_BACKLOG_BYTES: gatewaySettings.LIVE_BACKLOG_BYTES.default(LIVE_BACKLOG_BYTES),
        SHARE_IN_FLIGHT: gatewaySettings.SHARE_IN_FLIGHT.default('on'),
      },
      env,
    ),
  );
  const urls = collectProblems(problems, () => readUrls(env, subgraphs));
  const allowances = collectProblems(problems, () => readAllowances(env, Boolean(env['TRUSTED_PROXIES'])));
  if (!read || !urls || !allowances || problems.length > 0) throw new SettingsError(problems);
  const isEnforced = read.DOCUMENTS !== undefined && read.DOCUMENTS_MODE === 'enforce';
  return {
    port: read.PORT,
    host: read.HOST,
    production: read.NODE_ENV === 'production',
    logLevel: read.LOG_LEVEL,
    secret: read.AGORA_GATEWAY_SECRET,
    metricsToken: read.METRICS_TOKEN,
    redisUrl: read.REDIS_URL,
    isLimited: read.AGORA_RATE_LIMIT === 'on',
    perMinute: {
      costOfViewer: read.VIEWER_COST_PER_MINUTE,
      costOfGuest: read.GUEST_COST_PER_MINUTE,
      learningMs: read.NEW_DOCUMENTS_MS_PER_MINUTE,
    },
    corsOrigins: read.CORS_ORIGINS?.split(',') ?? [],
    forwardedHeaders: read.FORWARD_HEADERS,
    trustedProxies: read.TRUSTED_PROXIES?.split(',') ?? [],
    connectTimeoutMs: read.SUBGRAPH_CONNECT_TIMEOUT_MS,
    answerTimeoutMs: read.SUBGRAPH_TIMEOUT_MS,
    silenceMs: read.SUBGRAPH_SILENCE_MS,
    allowances,
    tokenCacheBytes: read.TOKEN_CACHE_BYTES,
    liveBacklogBytes: read.LIVE_BACKLOG_BYTES,
    resumeMs: read.SUBGRAPH_RESUME_MS,
    trustedDocuments: read.DOCUMENTS === undefined ? null : { file: path.resolve(read.DOCUMENTS), mode: read.DOCUMENTS_MODE },
    publishesSchema: (read.PUBLISH_SCHEMA ?? (isEnforced ? 'off' : 'on')) === 'on',
    planFolder: read.PLAN_FOLDER === undefined ? null : path.resolve(read.PLAN_FOLDER),
    documentCacheBytes: read.DOCUMENT_CACHE_BYTES,
    maxAnswerBytes: read.MAX_ANSWER_BYTES,
    subgraphAnswerBytes: ENVELOPE * read.MAX_ANSWER_BYTES,
    maxOperationCost: read.MAX_OPERATION_COST,
    sharesInFlight: read.SHARE_IN_FLIGHT === 'on',
    mergesFetches: true,
    subgraphUrls: urls,
  };
}

/** No subgraph but the owner of sessions is told a refresh token. */
function hasNoCookie(names: readonly string[]): boolean {
  return !names.includes('cookie');
}

function readUrls(env: Environment, subgraphs: readonly string[]): Readonly<Record<string, string | undefined>> {
  const shape = Object.fromEntries(subgraphs.map((name) => [name, subgraphUrlSetting(name).optional()]));
  const names = Object.fromEntries(subgraphs.map((name) => [name, settingOf(name, 'URL')]));
  return readSettings(shape, env, names);
}

/** A subgraph counts what it answers while it is made; names, commas and errors come on top. */
const ENVELOPE = 2;
