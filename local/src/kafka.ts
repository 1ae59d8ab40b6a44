import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { isListening } from './kafka/is-listening.ts';
import { kafkaClassPath } from './kafka/jars.ts';
import { kafkaMissing } from './kafka/requirements.ts';
import { serverProperties } from './kafka/server-properties.ts';
import { freePort } from '@agora/platform/free-port';
import { makePrivateFolder, PRIVATE_FILE, tighten } from './private-files.ts';

export { kafkaMissing };

export interface KafkaOptions {
  /** Holds the broker's data, configuration, log and pid. */
  readonly dir: string;
  /** A free one where absent. */
  readonly port?: number;
  readonly log?: (line: string) => void;
}

/** A broker that runs; it ends with this process, however that ends. */
export interface Kafka {
  /** `127.0.0.1:9092` */
  readonly brokers: string;
  readonly pid: number;
  /** Resolves when the broker has ended by itself or was stopped. */
  readonly ended: Promise<void>;
  /** Cleanly, in about half a second; idempotent. */
  stop(): Promise<void>;
  /** At once, as a crash would. */
  kill(): Promise<void>;
  /** Lets this process end while the broker still runs. */
  unref(): void;
}

const HOME = fileURLToPath(new URL('../../.kafka/', import.meta.url));
const DEFAULT_PORT = '9092';
const READY_MS = 90_000;
const LETS_GO_MS = 5_000;
const ORPHAN_POLL_MS = 500;

/** Runs one real Apache Kafka node on loopback. Data of an earlier run is kept, also when that was killed. */
export async function startKafka({ dir, port: wanted, log = () => {} }: KafkaOptions): Promise<Kafka> {
  const missing = kafkaMissing();
  if (missing) throw new Error(missing);
  const place = await prepare(dir, wanted);
  const java = javaCommand(await kafkaClassPath(HOME, log));
  await format(place, java);
  const kafka = await launch(place, java);
  try {
    await ready(kafka, place);
  } catch (error) {
    await kafka.kill();
    throw error;
  }
  return kafka;
}

interface Place {
  readonly dir: string;
  readonly port: number;
  readonly configuration: string;
  readonly data: string;
}

async function prepare(dir: string, wanted: number | undefined): Promise<Place> {
  const port = wanted ?? (await freePort());
  const place = { dir, port, configuration: path.join(dir, 'server.properties'), data: path.join(dir, 'data') };
  await waitForFormerBroker(place);
  makePrivateFolder(dir, ['data', 'server.properties', 'broker.', 'kafka-', 'pom']);
  for (const entry of [place.data, place.configuration, logFile(dir), pidFile(dir)]) tighten(entry);
  const configuration = serverProperties({ data: place.data, port, controllerPort: await freePort() });
  await writeFile(place.configuration, configuration, { mode: PRIVATE_FILE });
  return place;
}

/** A broker whose program was killed lets go of port and data a moment later. */
async function waitForFormerBroker(place: Place): Promise<void> {
  let pid = await runningBroker(place);
  for (const deadline = Date.now() + LETS_GO_MS; pid && Date.now() < deadline; pid = await runningBroker(place)) await sleep(100);
  if (pid) throw new Error(`A Kafka broker runs in ${place.dir} already (process ${pid}): stop it first.`);
  if (await isListening(place.port)) {
    throw new Error(`Port ${place.port} is taken: stop what listens there, or choose another with --port.`);
  }
}

/** By its command line as well, because the system gives a pid to somebody else later. */
async function runningBroker({ dir, configuration }: Place): Promise<number | null> {
  if (!existsSync(pidFile(dir))) return null;
  const pid = Number(await readFile(pidFile(dir), 'utf8'));
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes(`kafka.Kafka ${configuration}`) ? pid : null;
}

function pidFile(dir: string): string {
  return path.join(dir, 'broker.pid');
}

function logFile(dir: string): string {
  return path.join(dir, 'broker.log');
}

function javaCommand(classPath: string): readonly string[] {
  return [
    'java',
    '-Xms128m',
    '-Xmx384m',
    '-XX:MaxDirectMemorySize=128m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    '-cp',
    classPath,
  ];
}

async function format({ configuration, data }: Place, [java = '', ...options]: readonly string[]): Promise<void> {
  if (existsSync(path.join(data, 'meta.properties'))) return;
  const cluster = `A${randomBytes(16).toString('base64url').slice(1)}`;
  const args = ['format', '--ignore-formatted', '--cluster-id', cluster, '--config', configuration];
  await promisify(execFile)('sh', ['-c', `${PRIVATELY} exec "$@"`, 'sh', java, ...options, 'kafka.tools.StorageTool', ...args]);
}

/** What Java writes is for this user alone: events hold what people wrote. */
const PRIVATELY = 'umask 077;';

/**
 * Java takes the place of the shell, which leaves behind a watcher that ends Java when our end of its input closes:
 * also when this process was killed.
 */
const ENDS_WITH_US = `${PRIVATELY} exec 3<&0; broker=$$; (cat <&3 >/dev/null; kill "$broker" 2>/dev/null) & exec "$@" <&- 3<&-`;

async function launch({ dir, port, configuration }: Place, java: readonly string[]): Promise<Kafka> {
  const output = openSync(logFile(dir), 'a', PRIVATE_FILE);
  const child = spawn('sh', ['-c', ENDS_WITH_US, 'sh', ...java, 'kafka.Kafka', configuration], {
    stdio: ['pipe', output, output],
    detached: true,
  });
  closeSync(output);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => child.stdin?.destroy());
  child.stdin?.on('error', () => {});
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  await writeFile(pidFile(dir), String(pid), { mode: PRIVATE_FILE });

  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
    await rm(pidFile(dir), { force: true });
  };
  return {
    brokers: `127.0.0.1:${port}`,
    pid,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    unref: () => child.unref(),
  };
}

async function ready({ ended }: Kafka, { dir, port }: Place): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  for (const deadline = Date.now() + READY_MS; !(await isListening(port)); await sleep(50)) {
    if (over) throw new Error(`Kafka did not start; ${logFile(dir)} says why.`);
    if (Date.now() > deadline) throw new Error(`Kafka was not ready within ${READY_MS / 1000} s; see ${logFile(dir)}.`);
  }
}

async function main(): Promise<void> {
  const parent = process.ppid;
  const { dir, port } = readArguments();
  const kafka = await startKafka({ dir, port, log: (line) => console.error(line) });
  let stopping = false;
  const stop = () => {
    stopping = true;
    void kafka.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  const orphaned = setInterval(() => process.ppid !== parent && stop(), ORPHAN_POLL_MS);
  console.log(`KAFKA_BROKERS=${kafka.brokers}`);

  await kafka.ended;
  clearInterval(orphaned);
  if (!stopping) throw new Error(`Kafka has ended by itself; ${logFile(dir)} says why.`);
}

function readArguments(): { readonly dir: string; readonly port: number } {
  const { values } = parseArgs({ options: { dir: { type: 'string', default: HOME }, port: { type: 'string', default: DEFAULT_PORT } } });
  const port = Number(values.port);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return { dir: path.resolve(values.dir), port };
  throw new Error(`--port ${values.port} is no port: give a number from 1 to 65535.`);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
