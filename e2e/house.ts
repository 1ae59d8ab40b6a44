import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '@agora/platform/testing/eventually';
import { kafkaMissing } from '@agora/local/kafka';
import { freePort } from '@agora/local/ports';
import { testKafka } from '@agora/local/testing/kafka';
import { logOfTestRun } from '@agora/local/testing/logs';

/** The forms in which the same program is run: everything in one process, or a process for each service and real Kafka. */
export type Form = 'one process' | 'six processes and Kafka';

export interface House {
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

const HOUSE = path.resolve(import.meta.dirname, '..');

export interface HouseOptions {
  /** Another one than this. */
  readonly checkout?: string;
  /** How many files and connections each of its processes may have open, where this machine allows as many. */
  readonly openFiles?: number;
}

/** Starts the whole marketplace in an empty folder and waits until it is ready. */
export async function startHouse(
  form: Form,
  env: Readonly<Record<string, string>> = {},
  { checkout = HOUSE, openFiles }: HouseOptions = {},
): Promise<House> {
  const data = await mkdtemp(path.join(tmpdir(), 'agora-e2e-'));
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
      PORT: String(port),
      AGORA_DATA: data,
      AGORA_DEMO: 'on',
      AGORA_RATE_LIMIT: 'off',
      LOG_LEVEL: 'warn',
      // On a busy machine a subgraph may take its time, and is not down.
      SUBGRAPH_TIMEOUT_MS: '60000',
      STATEMENT_TIMEOUT_MS: '62000',
      ...kafka,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = process.env['AGORA_TEST_RUN'] ? logOfTestRun('house') : null;
  if (log) child.stderr.on('data', (text: string) => appendFileSync(log, text));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-200_000)));

  const url = `http://127.0.0.1:${port}`;
  try {
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
      return (await fetch(`${url}/health/ready`)).ok;
    }, 120_000);
  } catch (error) {
    await end(child);
    await rm(data, { recursive: true, force: true });
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
      if (log) await copyFile(path.join(data, 'postgres', 'postgres.log'), logOfTestRun('house-postgres'));
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** A shell that becomes the program behind it. */
function withOpenFiles(most: number): string[] {
  return ['sh', '-c', `ulimit -n ${most} || true; exec "$0" "$@"`];
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
