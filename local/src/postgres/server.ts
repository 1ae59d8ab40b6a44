import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { SettingsError } from '@agora/platform/service/settings';
import { freePort } from '@agora/platform/free-port';
import { PRIVATE_FILE } from '../private-files.ts';
import { binary } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { codeOf } from './failure.ts';
import { readPostmaster } from './postmaster.ts';
import { mayHaveSocket } from './socket.ts';
import { runAs } from './run-as.ts';
import { until } from './until.ts';

export interface Server {
  readonly pid: number;
  readonly port: number;
}

export interface ServerOptions {
  readonly connections: number;
  readonly durable: boolean;
}

const run = promisify(execFile);
const MAX_START_MS = 30_000;
const MAX_LOG_BYTES = 10_000_000;
const ATTEMPTS = 5;
const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };

/** Starts a server, on a free port unless one is given; it outlives this process unless it is stopped. */
export async function launchServer(cluster: Cluster, options: ServerOptions, wantedPort?: number): Promise<Server> {
  if (!existsSync(path.join(cluster.data, 'PG_VERSION'))) await initialise(cluster);
  for (let attempt = 1; ; attempt++) {
    const port = wantedPort ?? (await freePort());
    const { server, said } = await launch(cluster, port, options);
    if (server) return server;
    if (attempt === ATTEMPTS || !/could not bind|is still in use/.test(said))
      throw new Error(`PostgreSQL did not start: ${lastLines(said)}`);
    await sleep(200 * attempt);
  }
}

/** Made under another name first, so that one that was cut off never looks whole. */
async function initialise(cluster: Cluster): Promise<void> {
  const draft = `${cluster.data}.new`;
  const passwordFile = path.join(os.tmpdir(), `agora-${randomBytes(9).toString('hex')}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveAway(draft);
  try {
    writeFileSync(passwordFile, `${cluster.password}\n`, { mode: PRIVATE_FILE, flag: 'wx' });
    giveAway(passwordFile);
    await run(
      binary('initdb'),
      [
        '-D',
        reachable(draft),
        '-U',
        'postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '-E',
        'UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--no-sync',
        '--no-instructions',
      ],
      { ...runAs(), env: environment, cwd: draft },
    );
  } catch (error) {
    throw new Error(`PostgreSQL could not make its data folder ${cluster.data}.`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster.data);
}

async function launch(cluster: Cluster, port: number, options: ServerOptions): Promise<{ server: Server | null; said: string }> {
  const log = openLog(cluster);
  const child = spawn(binary('postgres'), ['-D', reachable(cluster.data), '-p', String(port), ...settingsOf(cluster, options)], {
    ...runAs(),
    env: environment,
    cwd: cluster.data,
    // A terminal's Ctrl-C must not stop it before the services have ended their work.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  closeSync(log.fd);
  child.unref();
  let failure: string | null = null;
  child.once('error', (error) => (failure = codeOf(error)));
  child.once('exit', (code, signal) => (failure = `it ended (${signal ?? code})`));
  const isReady = () => {
    const postmaster = readPostmaster(cluster);
    return postmaster?.pid === child.pid && postmaster?.ready === true;
  };
  const settled = await until(() => failure !== null || isReady(), MAX_START_MS).catch((error: unknown) => {
    child.kill('SIGQUIT');
    throw error;
  });
  if (settled && failure === null && child.pid !== undefined) return { server: { pid: child.pid, port }, said: '' };
  child.kill('SIGQUIT');
  return { server: null, said: `${failure ?? 'it was not ready in time'}\n${readFileSync(cluster.log, 'utf8').slice(log.start)}` };
}

/** The log must not hold what people wrote: neither statements that failed nor the rows they failed on. */
const QUIET = {
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
};

function settingsOf(cluster: Cluster, { connections, durable }: ServerOptions): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: mayHaveSocket(cluster) ? reachable(cluster.data) : '',
    unix_socket_permissions: '0700',
    max_connections: connections,
    shared_buffers: '128MB',
    // Each look is a process of its own, and every database gets one in this time.
    autovacuum_naptime: '3min',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    ...QUIET,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * The folder as PostgreSQL's user can name it: where that user may not enter the folders above it, as in root's home, by
 * way of the working directory it is started in.
 */
function reachable(folder: string): string {
  const user = runAs();
  if (user.uid === undefined || spawnSync('test', ['-w', folder], { ...user, cwd: '/' }).status === 0) return folder;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new SettingsError([
    `AGORA_DATA: PostgreSQL runs as "nobody", who cannot enter ${folder}. Choose a folder outside of root's home, or run as another user.`,
  ]);
}

function giveAway(file: string): void {
  const { uid, gid } = runAs();
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}

function openLog(cluster: Cluster): { fd: number; start: number } {
  const size = statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) truncateSync(cluster.log);
  return { fd: openSync(cluster.log, 'a', PRIVATE_FILE), start: size > MAX_LOG_BYTES ? 0 : size };
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join(' ');
}
