import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { identityOf, isOutOfFiles } from '../../launch/processes.mjs';
import type { Cluster } from './cluster.ts';
import { databaseUrl } from './databases.ts';

/** A server as `postmaster.pid` tells of it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it says that it takes connections. */
  readonly ready: boolean;
}

const TIMEOUT_MS = 15_000;

/**
 * The server that a killed process left behind, once it answers; null when there is none. What a dead one left is
 * removed, so that a process which was given its number since does not keep a new server from starting.
 */
export async function waitForLeftover(cluster: Cluster): Promise<Postmaster | null> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const postmaster = readPostmaster(cluster);
    if (!postmaster) return null;
    if (await answers(cluster, postmaster.port)) return postmaster;
    if (!mayBeAlive(cluster, postmaster.pid)) {
      rmSync(pidFile(cluster), { force: true });
      return null;
    }
    if (performance.now() > deadline) {
      throw new Error(
        `PostgreSQL runs on ${cluster.data} as process ${postmaster.pid}, but does not answer. Stop it (kill ${postmaster.pid}) and start again.`,
      );
    }
    await sleep(50);
  }
}

export function readPostmaster(cluster: Cluster): Postmaster | null {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) ? { pid, port, ready: lines[7]?.trim() === 'ready' } : null;
  } catch (error) {
    if (isOutOfFiles(error)) throw error;
    return null;
  }
}

/** Whether our server listens there: a stranger on the same port does not know the password. */
export async function answers(cluster: Cluster, port: number): Promise<boolean> {
  if (port === 0) return false;
  const client = new pg.Client({ connectionString: databaseUrl(cluster, port, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** A server that starts or stops refuses connections, and lives. */
function mayBeAlive(cluster: Cluster, pid: number): boolean {
  if (identityOf(pid) === null) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster.data;
  } catch {
    return false;
  }
}

function pidFile(cluster: Cluster): string {
  return path.join(cluster.data, 'postmaster.pid');
}
