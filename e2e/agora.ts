import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findPostgres } from '@agora/local/postgres';
import { eventually } from '@agora/platform/testing/eventually';
import { kafkaMissing } from '@agora/local/kafka';
import { compileCacheOf } from '@agora/platform/testing/compile-cache';
import { settingOf } from '@agora/platform/service/settings';
import { freePort } from '@agora/platform/free-port';
import { testKafka } from '@agora/local/testing/kafka';
import { logOfTestRun } from '@agora/local/testing/logs';
import { onceInTestRun } from '@agora/local/testing/once-in-test-run';
import * as z from 'zod';
import { data } from './client.ts';
import { type Person, signIn } from './shop.ts';
import { emptyFolder, environmentOf, leftBy, leftIn, onTestPostgres, type Storage } from './storage.ts';

/** The forms in which the same program is run: everything in one process, or a process for each service and real Kafka. */
export type Form = 'one process' | 'six processes and Kafka';

export interface Agora {
  readonly url: string;
  readonly form: Form;
  /** Its AGORA_DATA. */
  readonly data: string;
  /** What it was started with where that is its own: databases, brokers, and what the test has asked for. */
  readonly settings: Readonly<Record<string, string>>;
  /** Of the database of a service, or of `bus`. */
  databaseUrl(service: string): Promise<string>;
  /** The process id of a service; in one process, always that one's. */
  pidOf(service: string): Promise<number>;
  /** Ends a process at once and without notice. */
  kill(service: string): Promise<void>;
  /** Lines it has printed. */
  output(): string;
  stop(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '..');
const READY_WITHIN_MS = 240_000;

export interface AgoraOptions {
  /** Another one than this. */
  readonly checkout?: string;
  /** How many files and connections each of its processes may have open, where this machine allows as many. */
  readonly openFiles?: number;
}

/** Starts the whole marketplace on data of its own, with the demo data in it, and waits until it is ready. */
export async function startAgora(form: Form, env: Readonly<Record<string, string>> = {}, options: AgoraOptions = {}): Promise<Agora> {
  const storage = await storageFor(env);
  try {
    const agora = await startOn(storage, form, env, options);
    return {
      ...agora,
      async stop() {
        await agora.stop();
        await storage.delete();
      },
    };
  } catch (error) {
    await storage.delete();
    throw error;
  }
}

/** In a test run what a first start left, but where `env` has a database elsewhere: that one would miss what the others have told already. */
async function storageFor(env: Readonly<Record<string, string>>): Promise<Storage> {
  if (!process.env['AGORA_TEST_RUN']) return emptyFolder();
  const isWhole = !Object.keys(env).some((name) => name.endsWith('DATABASE_URL'));
  return onTestPostgres(isWhole ? leftIn(await onceInTestRun('first-start', firstStart)) : undefined);
}

/** Whoever begins with what it leaves hears of none of its events: it ends when all have arrived. */
async function firstStart(): Promise<string> {
  const storage = await onTestPostgres();
  const agora = await startOn(storage, 'one process');
  const admin = await signIn(agora, 'admin');
  for (let quiet = 0; quiet < 2; quiet++) await eventually(async () => (await waitingEvents(agora, admin)) === 0);
  await agora.stop();
  return leftBy(storage);
}

async function startOn(
  storage: Storage,
  form: Form,
  env: Readonly<Record<string, string>> = {},
  { checkout = ROOT, openFiles }: AgoraOptions = {},
): Promise<Agora> {
  const port = await freePort();
  const kafka: Record<string, string> =
    form === 'one process' || env['KAFKA_BROKERS'] ? {} : { KAFKA_BROKERS: (await testKafka()).brokers };
  const program = form === 'one process' ? 'local/src/main.ts' : 'local/src/services.ts';
  const [command, ...args] = [...(openFiles === undefined ? [] : withOpenFiles(openFiles)), process.execPath, program];
  const settings: Readonly<Record<string, string>> = { ...environmentOf(storage, { onKafka: form !== 'one process' }), ...kafka, ...env };
  const child = spawn(command ?? '', args, {
    cwd: checkout,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      APOLLO_TELEMETRY_DISABLED: '1',
      AGORA_SUPERVISED: '1',
      ...compileCacheOf(checkout),
      PLAN_FOLDER: path.join(checkout, 'node_modules', '.cache', 'plans'),
      PORT: String(port),
      AGORA_DEMO: 'on',
      AGORA_RATE_LIMIT: 'off',
      LOG_LEVEL: 'warn',
      // On a busy machine a subgraph may take its time, and is not down.
      SUBGRAPH_CONNECT_TIMEOUT_MS: '60000',
      SUBGRAPH_TIMEOUT_MS: '240000',
      STATEMENT_TIMEOUT_MS: '242000',
      ORDER_STEP_TIMEOUT_MS: '60000',
      START_TIMEOUT_MS: String(READY_WITHIN_MS),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = process.env['AGORA_TEST_RUN'] ? logOfTestRun('agora') : null;
  if (log) child.stderr.on('data', (text: string) => appendFileSync(log, text));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-200_000)));

  const url = `http://127.0.0.1:${port}`;
  try {
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
      return (await fetch(`${url}/health/ready`)).ok;
    }, READY_WITHIN_MS);
  } catch (error) {
    await end(child);
    throw new Error(`The marketplace did not start:\n${output}`, { cause: error });
  }

  const pidOf = (service: string) =>
    form === 'one process'
      ? Promise.resolve(child.pid ?? 0)
      : eventually(() => childRunning(child, service === 'gateway' ? 'gateway/src/main.ts' : `subgraphs/${service}/`));
  return {
    url,
    form,
    data: storage.folder,
    settings,
    async databaseUrl(service) {
      const found =
        settings[settingOf(service, 'DATABASE_URL')] ?? (await findPostgres(path.join(storage.folder, 'postgres')))?.url(service);
      if (found === undefined) throw new Error('Its PostgreSQL does not run.');
      return found;
    },
    pidOf,
    kill: async (service) => void process.kill(await pidOf(service), 'SIGKILL'),
    output: () => output,
    stop: () => end(child),
  };
}

/** How many events are on their way, of all services. */
async function waitingEvents(agora: Agora, admin: Person): Promise<number> {
  const consumer = z.object({ lag: z.number(), parkedKeyCount: z.number() });
  const service = z.object({ unpublishedCount: z.number(), consumers: z.array(consumer) });
  const asked = '{ eventServices { unpublishedCount consumers { lag parkedKeyCount } } }';
  const { eventServices } = await data(agora, { eventServices: z.array(service) }, asked, {}, admin);
  const counts = eventServices.flatMap(({ unpublishedCount, consumers }) => [
    unpublishedCount,
    ...consumers.flatMap(({ lag, parkedKeyCount }) => [lag, parkedKeyCount]),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** A shell that becomes the program behind it. */
function withOpenFiles(max: number): string[] {
  return ['sh', '-c', `ulimit -n ${max} || true; exec "$0" "$@"`];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Says in one line why the forms that need Kafka are left out; in CI they never are. */
export function formsHere(): Form[] {
  const missing = kafkaMissing();
  if (!missing) return ['one process', 'six processes and Kafka'];
  if (process.env['CI']) throw new Error(missing);
  console.log(`Left out, six processes and Kafka: ${missing}`);
  return ['one process'];
}

/** The child of `parent` whose command line names `file`. */
async function childRunning({ pid = 0 }: ChildProcess, file: string): Promise<number | undefined> {
  for (const child of await childrenOf(pid)) {
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(file)) return Number(child);
  }
  return undefined;
}

/** Of the thread that starts programs; none where the process is gone. See proc_tid_children(5). */
async function childrenOf(pid: number): Promise<readonly string[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return children.split(' ').filter((child) => child !== '');
}
