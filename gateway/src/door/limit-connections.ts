import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { addressKey } from '@agora/platform/budgets/address-key';
import type { Logger } from '@agora/platform/observe/logging';
import { Allowance } from '../allowance.ts';
import { plainAddress } from './client-address.ts';

/** For what a process opens itself: connections to subgraphs, databases, its program and logs. */
const OWN_FILES = 384;
/** Of what is left for clients, so much is the most for one address. */
const SHARE = 1 / 4;
const LIMITS = '/proc/self/limits';

/**
 * One more connection than an address, or all together, may have is closed before anything is read from it. A connection is an
 * open file: whoever could open all that the process may have would shut everybody out, and it from its databases.
 */
export function limitConnections(server: Server, maxPerAddress: number, log: Logger): void {
  const openFiles = maxOpenFiles();
  const max = openFiles - Math.min(OWN_FILES, openFiles / 2);
  const maxEach = maxPerAddress === Infinity ? Infinity : Math.min(maxPerAddress, Math.floor(max * SHARE));
  if (maxEach < maxPerAddress) {
    const counts = { openFiles, connections: max, connectionsPerAddress: maxEach };
    log.warn(counts, 'This process may open few files, so clients may open few connections.');
  }
  const connections = new Allowance({ what: 'connections', max, maxEach });
  server.on('connection', (connection) => {
    const address = addressKey(plainAddress(connection.remoteAddress ?? ''));
    if (!connections.take(address)) return connection.destroy();
    connection.once('close', () => connections.giveBack(address));
  });
}

/** Infinity where there is no limit, or only other systems than Linux could tell it. */
function maxOpenFiles(): number {
  if (!existsSync(LIMITS)) return Infinity;
  const [, max] = /^Max open files +(\d+)/m.exec(readFileSync(LIMITS, 'utf8')) ?? [];
  return max === undefined ? Infinity : Number(max);
}
