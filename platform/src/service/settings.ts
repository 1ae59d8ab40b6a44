import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { messageOf } from '../errors.ts';

/** Environment variables as a process is given them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const port = z.coerce.number().int().min(0).max(65_535);
const onOff = z.enum(['on', 'off']);
const poolSize = z.coerce.number().int().min(1).max(1_000);
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a URL like postgres://user:password@host:5432/name');

export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
export const START_TIMEOUT_MS = 120_000;

/**
 * Settings that more than one service reads. Each description is what `npm start -- --help` prints.
 * An empty variable counts as unset.
 */
export const settings = {
  PORT: port.describe("port of the door (4000); under start:services the gateway's"),
  HOST: z.string().min(1).describe('address to listen on (127.0.0.1)'),
  NODE_ENV: z.string().describe('"production" refuses demo data and settings made for tests'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .describe('least severe level that is logged (info; warn under npm start and start:services)'),
  AGORA_DATA: z.string().min(1).describe('folder of the embedded PostgreSQL and of what is made on first start (.agora)'),
  AGORA_DEMO: onOff.describe('load demo data into empty databases: on, off (on in the one-process form)'),
  AGORA_RATE_LIMIT: onOff.describe('"off" lifts every budget, for tests and benchmarks: on, off (on)'),
  AGORA_GATEWAY_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .describe(
      'signs the identities that the gateway gives subgraphs, and cursors; the same in every process (made into AGORA_DATA where unset)',
    ),
  MAX_ANSWER_BYTES: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(1_000_000_000)
    .describe('how large an answer may be, of a subgraph and of the gateway; a larger one ends while it is made (4194304)'),
  OPERATION_CACHE_BYTES: z.coerce
    .number()
    .int()
    .min(1_000_000)
    .max(16_000_000_000)
    .describe('memory of each subgraph for the operations that it remembers (16777216)'),
  STATEMENT_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_600_000)
    .describe('how long one SQL statement of a request may take; a little more than SUBGRAPH_TIMEOUT_MS (12000)'),
  DATABASE_POOL_SIZE: poolSize.describe('most connections of a process to the database of each subgraph for what people ask (10)'),
  BACKGROUND_POOL_SIZE: poolSize.describe(
    'most connections of a process to the database of each subgraph for what it does because of events, and for cleaning (4)',
  ),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .describe('who sends it as "Authorization: Bearer …" may read /metrics; without it, only this machine may'),
  DATABASE_PASSWORD: z.string().min(1).describe('password for the database URLs that hold none'),
  BUS_DATABASE_URL: postgresUrl.describe('PostgreSQL database that carries events where KAFKA_BROKERS is unset'),
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^,\s]+:\d+(,[^,\s]+:\d+)*$/, 'must be a list like host:9092,other:9092')
    .describe('Apache Kafka brokers that carry events, as host:port,…'),
  KAFKA_REPLICATION: z.coerce.number().int().min(1).max(9).describe('replicas of each topic that is created (1)'),
  START_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_600_000)
    .describe('how long a start waits for each thing that it needs of databases and brokers that are not up yet (120000)'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a URL like redis://host:6379')
    .describe('Redis in which replicas share budgets; each counts by itself without it, and while it does not answer'),
} as const;

/** The name of a setting of one subgraph: `ORDER_DATABASE_URL`. */
export function settingOf(subgraph: string, setting: 'DATABASE_URL' | 'URL'): string {
  return `${subgraph.toUpperCase().replaceAll('-', '_')}_${setting}`;
}

export const databaseUrlSetting = (subgraph: string): z.ZodString =>
  postgresUrl.describe(`PostgreSQL database of the ${subgraph} subgraph; no pooler that shares sessions, for it listens and holds locks`);

/** What secrets lie under that one service hands to another, and that only the second may read. */
export const masterKeySetting = z
  .string()
  .min(32, 'must have at least 32 characters')
  .describe(
    'seals what only its addressee may read, such as the links in mails; the same in user and notification (made into AGORA_DATA where unset)',
  );

/** Whose pages may call the door, and are where people come back to from a company that they sign in with. */
export const corsOriginsSetting = z
  .string()
  .regex(/^https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*$/, 'must be a list like https://shop.example,https://admin.example')
  .describe(
    'origins whose pages may call the door, and get people back from a provider (outside production also localhost and studio.apollographql.com)',
  );

export const subgraphUrlSetting = (subgraph: string): z.ZodString =>
  z
    .string()
    .regex(/^https?:\/\/.+/, 'must be a URL like http://host:4001/graphql')
    .describe(`address of the ${subgraph} subgraph, over the supergraph's`);

/** Settings that are missing or broken; the message names every one of them. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/** What is meant for a laptop and set in production, a sentence each. */
export function refusedInProduction(env: Environment): string[] {
  if (env['NODE_ENV'] !== 'production') return [];
  const problems: string[] = [];
  if (env['AGORA_DEMO'] === 'on')
    problems.push('AGORA_DEMO: demo accounts have a public password and are refused with NODE_ENV=production; leave it out.');
  if (env['AGORA_RATE_LIMIT'] === 'off')
    problems.push('AGORA_RATE_LIMIT: "off" is for tests and refused with NODE_ENV=production; leave it out.');
  return problems;
}

/**
 * Parses what a process needs from its environment, and reports every problem at once, as a `SettingsError`. `names`
 * says which variable a setting is read from, where the two differ. Unknown variables are left alone.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  env: Environment,
  names: Readonly<Record<string, string>> = {},
): z.output<z.ZodObject<Shape>> {
  const problems: string[] = [];
  const unreadable = new Set<string>();
  const given: Record<string, string | undefined> = {};
  for (const key of Object.keys(shape)) {
    const value = collectProblems(problems, () => valueOf(names[key] ?? key, env));
    if (value === null) unreadable.add(key);
    given[key] = value ?? undefined;
  }
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success && problems.length === 0) return parsed.data;
  const broken = (parsed.error?.issues ?? []).filter(({ path: [key] }) => !unreadable.has(String(key)));
  const sentences = broken.map((issue) => {
    const key = String(issue.path[0]);
    return sentenceOf(issue, names[key] ?? key, given[key]);
  });
  throw new SettingsError([...problems, ...sentences]);
}

/** Whether a setting may also be given as a file, which `<NAME>_FILE` names, so that the environment does not hold it. */
export function isSecret(name: string): boolean {
  return /(SECRET|PASSWORD|TOKEN|MASTER_KEY|DATABASE_URL|REDIS_URL|SMTP_URL|IDENTITY_PROVIDERS|S3_CREDENTIALS)$/.test(name);
}

function valueOf(name: string, env: Environment): string | undefined {
  const file = `${name}_FILE`;
  if (isSecret(name) && env[name] && env[file]) throw new SettingsError([`${name} and ${file} are both set: leave one of them out.`]);
  const value = env[name] || (isSecret(name) ? textOf(file, env) : undefined);
  return value && name.endsWith('DATABASE_URL') ? withPassword(value, env) : value;
}

function textOf(name: string, env: Environment): string | undefined {
  const file = env[name];
  if (!file) return undefined;
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret !== '') return secret;
  } catch (error) {
    throw new SettingsError([`${name}: ${messageOf(error)}.`]);
  }
  throw new SettingsError([`${name}: ${file} is empty.`]);
}

function withPassword(url: string, env: Environment): string {
  const parsed = URL.parse(url);
  if (!parsed || parsed.password !== '') return url;
  const password = valueOf('DATABASE_PASSWORD', env);
  return password === undefined ? url : Object.assign(parsed, { password: encodeURIComponent(password) }).href;
}

/** Of a secret it tells nothing of what was given. */
function sentenceOf(issue: z.core.$ZodIssue, name: string, value: string | undefined): string {
  if (value === undefined) return `${name} is not set.`;
  const place = issue.path.slice(1).join('.');
  if (place !== '' || isSecret(name)) return [name, place, issue.message].filter(Boolean).join(': ');
  if (issue.code === 'invalid_type') return `${name}: must be a whole number, not "${value}".`;
  if (issue.code === 'invalid_value') return `${name}: must be one of ${issue.values.join(', ')}, not "${value}".`;
  if (issue.code === 'too_small' && issue.origin !== 'string') return `${name}: must be at least ${issue.minimum}, not ${value}.`;
  if (issue.code === 'too_big' && issue.origin !== 'string') return `${name}: must be at most ${issue.maximum}, not ${value}.`;
  return `${name}: ${issue.message}`;
}

/** What `read` answers; when it throws a `SettingsError`, null, and its problems are added to those that were met before. */
export function collectProblems<T>(problems: string[], read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
