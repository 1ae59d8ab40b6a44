import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from '@agora/platform/observe/logging';
import { slowConnections } from '../metrics.ts';

export interface BacklogsOptions {
  /** How many bytes may wait in all connections together. */
  readonly maxBytes: number;
  /** How long what waits in one may not become less. */
  readonly timeoutMs: number;
  readonly log: Logger;
}

const LOOK_EVERY_MS = 250;
/** Less is what any connection has at times. */
const FEW_BYTES = 65_536;
/** Of what may wait, so much is left when that was too much. */
const LEFT = 3 / 4;

interface Backlog {
  readonly connection: Socket;
  readonly bytes: number;
  /** Since when it has not become smaller. */
  readonly since: number;
}

/**
 * What waits in connections: answers that their clients have not read, and messages on WebSockets of which only a part has
 * come. A connection whose backlog does not become smaller for a while is closed, and so are those with the largest when all
 * together are too large.
 */
export class Backlogs {
  readonly #options: BacklogsOptions;
  readonly #connections = new Set<Socket>();
  /** Of WebSockets: how many bytes belong to messages that are complete. */
  readonly #complete = new WeakMap<Socket, number>();
  readonly #timer: NodeJS.Timeout;
  #known = new Map<Socket, Backlog>();
  /** At the last look, and what was sent since then. */
  #bytes = 0;
  /** Answers that wait for room. */
  #late: { readonly bytes: number; readonly send: () => void }[] = [];

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

  /** Sends an answer of so many bytes, about, when there is room for it: equal ones are ready at the same moment. */
  sendWithRoom({ closed }: ServerResponse, bytes: number, send: () => void): void {
    if (closed || bytes <= FEW_BYTES) return send();
    if (this.#late.length === 0 && this.#take(bytes)) return send();
    if (this.#late.push({ bytes, send }) === 1) setImmediate(() => this.#sendLate());
  }

  /** A message of so many bytes, about, was sent on a WebSocket. */
  sent(bytes: number): void {
    if (bytes <= FEW_BYTES) return;
    this.#bytes += bytes;
    if (this.#bytes > this.#options.maxBytes) this.#look();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #take(bytes: number): boolean {
    const { maxBytes } = this.#options;
    if (this.#bytes + bytes > maxBytes && this.#bytes > LEFT * maxBytes) return false;
    this.#bytes += bytes;
    return true;
  }

  /** What is closed gives its memory back in the next turn of the event loop, not before. */
  #sendLate(): void {
    this.#look();
    if (this.#bytes > LEFT * this.#options.maxBytes) this.#closeLargest();
    const sent = this.#late.findIndex(({ bytes }) => !this.#take(bytes));
    const ready = this.#late.splice(0, sent < 0 ? this.#late.length : sent);
    for (const { send } of ready) send();
    if (this.#late.length > 0) setImmediate(() => this.#sendLate());
  }

  #look(): void {
    const now = performance.now();
    const seen = new Map<Socket, Backlog>();
    this.#bytes = 0;
    for (const connection of this.#connections) {
      const bytes = this.#waitingIn(connection);
      if (bytes <= FEW_BYTES) continue;
      const before = this.#known.get(connection);
      const since = before && bytes >= before.bytes ? before.since : now;
      if (now - since > this.#options.timeoutMs) {
        this.#close(connection, bytes);
        continue;
      }
      seen.set(connection, { connection, bytes, since });
      this.#bytes += bytes;
    }
    this.#known = seen;
    if (this.#bytes > this.#options.maxBytes) this.#closeLargest();
  }

  #waitingIn(connection: Socket): number {
    const complete = this.#complete.get(connection);
    return connection.writableLength + (complete === undefined ? 0 : connection.bytesRead - complete);
  }

  #closeLargest(): void {
    for (const { connection, bytes } of [...this.#known.values()].sort((a, b) => b.bytes - a.bytes || a.since - b.since)) {
      if (this.#bytes <= LEFT * this.#options.maxBytes) return;
      this.#close(connection, bytes);
      this.#known.delete(connection);
      this.#bytes -= bytes;
    }
  }

  #close(connection: Socket, bytes: number): void {
    slowConnections.inc();
    this.#options.log.info({ bytes, address: connection.remoteAddress }, 'A client that is too slow was cut off.');
    this.#connections.delete(connection);
    connection.destroy();
  }
}
