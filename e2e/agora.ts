import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '@agora/platform/testing/eventually';
import { kafkaMissing } from '@agora/local/kafka';
import { compileCacheOf } from '@agora/platform/testing/compile-cache';
import { freePort } from '@agora/local/ports';
import { testKafka } from '@agora/local/testing/kafka';
import { logOfTestRun } from '@agora/local/testing/logs';
import { onceInTestRun } from '@agora/local/testing/once-in-test-run';
import { testRun } from '@agora/local/testing/test-run';

/** The forms in which the same program is run: everything in one process, or a process for each service and real Kafka. */
export type Form = 'one process' | 'six processes and Kafka';

export interface Agora {
  readonly url: string;
  readonly form: Form;
  readonly data: string;
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

/** Starts the whole marketplace on data of its own and waits until it is ready. */
export async function startAgora(form: Form, env: Readonly<Record<string, string>> = {}, options: AgoraOptions = {}): Promise<Agora> {
  const data = await mkdtemp(path.join(tmpdir(), 'agora-e2e-'));
  try {
    if (process.env['AGORA_TEST_RUN']) await copyFolder(await firstStart(form, env), data);
    const agora = await startIn(data, form, env, options);
    return {
      ...agora,
      async stop() {
        await agora.stop();
        await rm(data, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(data, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The data that a first start leaves, made once for all marketplaces of this test run. Demo data is in it where the marketplace keeps
 * everything itself: its events have left over the bus of that start.
 */
function firstStart(form: Form, env: Readonly<Record<string, string>>): Promise<string> {
  const isWhole = form === 'one process' && !Object.keys(env).some((name) => name.endsWith('DATABASE_URL'));
  const demo = isWhole ? (env['AGORA_DEMO'] ?? 'on') : 'off';
  return onceInTestRun(`first-start-demo-${demo}`, async () => {
    const data = path.join(testRun(), `data-demo-${demo}`);
    const agora = await startIn(data, 'one process', { AGORA_DEMO: demo });
    await agora.stop();
    return data;
  });
}

/** With owners and modes: what it copies are the files of a PostgreSQL. */
function copyFolder(from: string, to: string): Promise<unknown> {
  return promisify(execFile)('cp', ['-a', `${from}/.`, to]);
}

async function startIn(
  data: string,
  form: Form,
  env: Readonly<Record<string, string>>,
  { checkout = ROOT, openFiles }: AgoraOptions = {},
): Promise<Agora> {
  const port = await freePort();
  const kafka = form === 'one process' || env['KAFKA_BROKERS'] ? {} : { KAFKA_BROKERS: (await testKafka()).brokers };
  const program = form === 'one process' ? 'local/src/main.ts' : 'local/src/services.ts';
  const [command, ...args] = [...(openFiles === undefined ? [] : withOpenFiles(openFiles)), process.execPath, program];
  const child = spawn(command ?? '', args, {
    cwd: checkout,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      APOLLO_TELEMETRY_DISABLED: '1',
      AGORA_SUPERVISED: '1',
      ...compileCacheOf(checkout),
      PORT: String(port),
      AGORA_DATA: data,
      AGORA_DEMO: 'on',
      AGORA_RATE_LIMIT: 'off',
      LOG_LEVEL: 'warn',
      // On a busy machine a subgraph may take its time, and is not down.
      SUBGRAPH_CONNECT_TIMEOUT_MS: '60000',
      SUBGRAPH_TIMEOUT_MS: '240000',
      STATEMENT_TIMEOUT_MS: '242000',
      ORDER_STEP_TIMEOUT_MS: '60000',
      START_TIMEOUT_MS: String(READY_WITHIN_MS),
      ...kafka,
      ...env,
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
    data,
    pidOf,
    kill: async (service) => void process.kill(await pidOf(service), 'SIGKILL'),
    output: () => output,
    async stop() {
      await end(child);
      if (log) await copyFile(path.join(data, 'postgres', 'postgres.log'), logOfTestRun('postgres'));
    },
  };
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
async function childRunning(parent: ChildProcess, file: string): Promise<number | undefined> {
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const [command, status] = await Promise.all(
      ['cmdline', 'stat'].map((name) => readFile(`/proc/${entry}/${name}`, 'utf8').catch(() => '')),
    );
    const parentPid = Number(status?.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    if (parentPid === parent.pid && command?.includes(file)) return Number(entry);
  }
  return undefined;
}
