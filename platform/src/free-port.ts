import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { codeOf } from './database/database-errors.ts';

/** Below the ports of outgoing connections, one of which could take a port before its service listens on it, or listens again. */
const LASTING = { from: 20_000, to: 32_000 };
const TAKEN = ['EADDRINUSE', 'EACCES'];

/** A port of loopback that is free, and stays so for a service that is started on it again and again. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LASTING.from, LASTING.to);
    if (await isFree(port)) return port;
  }
}

/** So many of them. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (TAKEN.includes(codeOf(error)) ? resolve(false) : reject(error)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
