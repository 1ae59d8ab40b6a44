import { type IncomingMessage, Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Ends requests that take too long to come as any server does, but for those that something else watches over. */
export class PatientServer extends Server {
  readonly #watched = new WeakSet<Duplex>();

  constructor(options: ServerOptions, listener: (request: IncomingMessage, response: ServerResponse) => void) {
    super(options, listener);
    const emit = this.emit.bind(this);
    // A listener of this event would have to answer all that is wrong with connections: a server without one does that by itself.
    this.emit = (event: string, ...given: unknown[]) =>
      (event === 'clientError' && this.#isWatched(given[0], given[1])) || emit(event, ...given);
  }

  /** Something else ends this request where too little of it comes. */
  leave(request: IncomingMessage): void {
    this.#watched.add(request.socket);
    request.once('close', () => this.#watched.delete(request.socket));
  }

  #isWatched(error: unknown, socket: unknown): boolean {
    return Object(error).code === 'ERR_HTTP_REQUEST_TIMEOUT' && this.#watched.has(socket as Duplex);
  }
}
