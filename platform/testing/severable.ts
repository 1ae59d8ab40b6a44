import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A way to a server that can be cut, as if the server were away, and mended. */
export interface SeverableWay {
  /** The URL with this way's address in it. */
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** How often anything was sent to the server so far: what one write sends counts once. */
  sent(): number;
}

/** Connections go on to the host and port of `url`; while the way is cut they are refused, and those that were open are lost. */
export async function severableWay(url: string): Promise<SeverableWay> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let sent = 0;
  const onSent = () => void sent++;
  let server: Server | null = await listen(target, open, 0, onSent);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${port}`, search: '' }).href,
    async cut() {
      const closed = server && once(server, 'close');
      server?.close();
      server = null;
      for (const socket of open) socket.destroy();
      await closed;
    },
    async mend() {
      server ??= await listen(target, open, port, onSent);
    },
    sent: () => sent,
  };
}

async function listen(target: URL, open: Set<Socket>, port: number, onSent: () => void): Promise<Server> {
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        open.delete(socket);
        (socket === near ? far : near).destroy();
      });
    }
    near.on('data', onSent);
    near.pipe(far).pipe(near);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
