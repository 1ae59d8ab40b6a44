import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers as another does, but for what it is told to hold. */
export async function openSlowly(target: string) {
  let path: string | undefined;
  let reads = 0;
  let begin = () => {};
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    if (path !== undefined && incoming.method === 'GET' && incoming.url?.includes(path)) {
      reads += 1;
      begin();
      await released;
    }
    const { method, headers, url } = incoming;
    // The host stays what was signed.
    const passed = request(new URL(url ?? '/', target), { method, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    });
    passed.on('error', () => response.destroy());
    incoming.pipe(passed);
  };
  const server = createServer((incoming, response) => void answer(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Holds reads of that from now on; resolves with the first. */
    hold(wanted: string) {
      path = wanted;
      return new Promise<void>((resolve) => (begin = resolve));
    },
    /** How many there were. */
    reads: () => reads,
    release: () => release(),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
