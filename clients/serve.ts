import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { '/index.html': 'text/html', '/main.js': 'text/javascript' };

/** Serves the page of an example and its script, from an origin of its own. */
export async function serve(folder: string): Promise<Site> {
  const server = createServer(({ url }, response) => {
    const file = url === '/' ? '/index.html' : (url ?? '');
    const type = TYPES[file];
    if (!type) return void response.writeHead(404).end();
    readFile(path.join(folder, file)).then(
      (content) => response.writeHead(200, { 'content-type': type }).end(content),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}
