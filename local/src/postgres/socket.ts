import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Cluster } from './cluster.ts';

/** The longest path that a socket may have; on some systems one more, and on Linux four more. */
const MAX_PATH_BYTES = 103;
const MAX_PORT = 65_535;

/** Whether its server also listens on a socket in its folder, which takes less than the network of this machine. */
export function mayHaveSocket(cluster: Cluster): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(socketFile(cluster, MAX_PORT)) <= MAX_PATH_BYTES;
}

/** Whether the server with this port does; one that an older version left running does not. */
export function hasSocket(cluster: Cluster, port: number): boolean {
  return mayHaveSocket(cluster) && existsSync(socketFile(cluster, port));
}

/** The name is PostgreSQL's. */
function socketFile({ data }: Cluster, port: number): string {
  return path.join(data, `.s.PGSQL.${port}`);
}
