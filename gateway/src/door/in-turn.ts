import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Calls `work` once the requests that came before on the same connection are answered, and their client has taken the answers. */
export type InTurn = (request: IncomingMessage, response: ServerResponse, work: () => void) => void;

/**
 * Requests of one connection are answered one by one. Node begins each as soon as it has come, and keeps all answers behind one
 * that its client does not read.
 */
export function createInTurn(): InTurn {
  const connections = new WeakMap<Socket, { last: ServerResponse }>();
  return ({ socket }, response, work) => {
    const connection = connections.get(socket);
    if (!connection) {
      connections.set(socket, { last: response });
      return work();
    }
    const { last: previous } = connection;
    connection.last = response;
    if (previous.closed) return work();
    previous.once('close', () => {
      if (!socket.destroyed) work();
    });
  };
}
