import path from 'node:path';
import { databaseUrl, ensureDatabases } from './postgres/databases.ts';
import { type Cluster, openCluster, prepareCluster } from './postgres/cluster.ts';
import { KeptServer } from './postgres/kept-server.ts';
import { answers, readPostmaster, waitForLeftover } from './postgres/postmaster.ts';
import { launchServer } from './postgres/server.ts';

export interface PostgresOptions {
  /** Holds the data, the password and the log; made where it is missing. */
  readonly dir: string;
  /** Databases that must be there; others stay as they are. */
  readonly databases: readonly string[];
  readonly log?: (line: string) => void;
  /** Most connections that are open at once (200). */
  readonly connections?: number;
  /** False only for data that nobody misses after a power cut, as in tests. */
  readonly durable?: boolean;
}

/** A PostgreSQL that runs. */
export interface RunningPostgres {
  url(database: string): string;
  readonly pid: number;
}

export interface Postgres extends RunningPostgres {
  /** Whether it was left running by a process that died. */
  readonly adopted: boolean;
  /** Idempotent; resolves when the server has ended. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a free port of the loopback interface, or adopts the one that a killed process left behind, and
 * starts it again when it ends before its time. Only
 * one process at a time may do so for a folder: hold its lock.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const log = options.log ?? (() => {});
  const cluster = prepareCluster(path.resolve(options.dir));
  const serverOptions = { connections: options.connections ?? 200, durable: options.durable ?? true };
  const leftover = await waitForLeftover(cluster);
  if (leftover) log(`PostgreSQL still ran, as process ${leftover.pid}; going on with it.`);
  const server = new KeptServer(cluster, leftover ?? (await launchServer(cluster, serverOptions)), serverOptions, log);
  try {
    await ensureDatabases(cluster, server.port, options.databases);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: (database) => databaseUrl(cluster, server.port, database),
    get pid() {
      return server.pid;
    },
    adopted: leftover !== null,
    stop: () => server.stop(),
  };
}

/** The PostgreSQL that runs for this folder now; null when there is none. */
export async function findPostgres(dir: string): Promise<RunningPostgres | null> {
  const cluster: Cluster | null = openCluster(path.resolve(dir));
  const postmaster = cluster && readPostmaster(cluster);
  if (!cluster || !postmaster || !(await answers(cluster, postmaster.port))) return null;
  return { url: (database) => databaseUrl(cluster, postmaster.port, database), pid: postmaster.pid };
}
