import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { isOutOfFiles } from '../launch/processes.mjs';

/** Below the ports that systems give to outgoing connections, one of which could take a port while its service restarts. */
const LASTING = { from: 20_000, to: 32_000 };

/** A port of loopback that is free now. */
export async function freePort(): Promise<number> {
  const port = await listenOn(0);
  if (port === null) throw new Error('This machine has no free port.');
  return port;
}

/** Free ports of loopback that stay free for services that are started on them again and again. */
export async function lastingPorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = await listenOn(randomInt(LASTING.from, LASTING.to));
    if (port !== null) ports.add(port);
  }
  return [...ports];
}

function listenOn(wanted: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (isOutOfFiles(error) ? reject(error) : resolve(null)));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : null));
    });
  });
}
