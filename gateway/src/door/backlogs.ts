import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from '@agora/platform/logging';
import { slowConnections } from '../metrics.ts';

export interface BacklogsOptions {
  /** How many bytes may wait in all connections together. */
  readonly mostBytes: number;
  readonly log: Logger;
}

const LOOK_EVERY_MS = 250;
/** Less is what any connection has at times. */
const FEW_BYTES = 65_536;
/** As long as a whole request may take. */
const PATIENCE_MS = 30_000;

interface Backlog {
  readonly connection: Socket;
  readonly bytes: number;
  /** Since when it has not become smaller. */
  readonly since: number;
}

/**
 * What waits in connections: answers that their clients have not read, and messages on WebSockets of which only a part has
 * come. A connection whose backlog does not become smaller for 30 s is closed, and so are those with the largest when all
 * together are too large.
 */
export class Backlogs {
  readonly #options: BacklogsOptions;
  readonly #connections = new Set<Socket>();
  /** Of WebSockets: how many bytes belong to messages that are complete. */
  readonly #complete = new WeakMap<Socket, number>();
  readonly #timer: NodeJS.Timeout;
  #known = new Map<Socket, Backlog>();

  constructor(server: Server, options: BacklogsOptions) {
    this.#options = options;
    server.on('connection', (connection: Socket) => {
      this.#connections.add(connection);
      connection.once('close', () => this.#connections.delete(connection));
    });
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** Everything that has come on this WebSocket so far was a whole message. */
  messageCame(connection: Socket): void {
    this.#complete.set(connection, connection.bytesRead);
  }

  /** So many more bytes that have come were a ping or a pong, perhaps amid a message. */
  controlCame(connection: Socket, bytes: number): void {
    this.#complete.set(connection, (this.#complete.get(connection) ?? 0) + bytes);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    const seen = new Map<Socket, Backlog>();
    let total = 0;
    for (const connection of this.#connections) {
      const bytes = this.#waitingIn(connection);
      if (bytes <= FEW_BYTES) continue;
      const before = this.#known.get(connection);
      const since = before && bytes >= before.bytes ? before.since : now;
      if (now - since > PATIENCE_MS) {
        this.#close(connection, bytes);
        continue;
      }
      seen.set(connection, { connection, bytes, since });
      total += bytes;
    }
    this.#known = seen;
    if (total > this.#options.mostBytes) this.#closeLargest(total);
  }

  #waitingIn(connection: Socket): number {
    const complete = this.#complete.get(connection);
    return connection.writableLength + (complete === undefined ? 0 : connection.bytesRead - complete);
  }

  #closeLargest(total: number): void {
    let left = total;
    for (const { connection, bytes } of [...this.#known.values()].sort((a, b) => b.bytes - a.bytes)) {
      if (left <= this.#options.mostBytes) return;
      this.#close(connection, bytes);
      left -= bytes;
    }
  }

  #close(connection: Socket, bytes: number): void {
    slowConnections.inc();
    this.#options.log.info({ bytes, address: connection.remoteAddress }, 'A client that is too slow was cut off.');
    connection.destroy();
  }
}
