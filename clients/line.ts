import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The way from clients to the marketplace, which can be cut. */
export interface Line {
  readonly port: number;
  /** Whom it leads to, once it is mended. */
  leadsTo(port: number): void;
  /** Closes every connection, and takes no more. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openLine(): Promise<Line> {
  const open = new Set<Socket>();
  let target: number | null = null;
  let isCut = false;
  const server = createServer((client) => {
    if (isCut || target === null) return void client.resetAndDestroy();
    const marketplace = connect(target, '127.0.0.1');
    for (const [side, other] of [
      [client, marketplace],
      [marketplace, client],
    ] as const) {
      open.add(side);
      side.pipe(other);
      side.on('error', () => {});
      side.once('close', () => {
        open.delete(side);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    leadsTo: (port) => (target = port),
    cut,
    mend: () => (isCut = false),
    close() {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
