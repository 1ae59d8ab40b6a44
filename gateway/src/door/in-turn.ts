import type { Socket } from 'node:net';
import type { UnderWay } from './requests.ts';

/** Calls `work` once the requests that came before on the same connection are answered, and their client has taken the answers. */
export type InTurn = (connection: Socket, request: UnderWay, work: () => void) => void;

/**
 * Requests of one connection are answered one by one. Node begins each as soon as it has come, and keeps all answers behind one
 * that its client does not read.
 */
export function createInTurn(): InTurn {
  const connections = new WeakMap<Socket, { last: UnderWay }>();
  return (connection, request, work) => {
    const known = connections.get(connection);
    if (!known) {
      connections.set(connection, { last: request });
      return work();
    }
    const previous = known.last;
    known.last = request;
    previous.whenOver(() => {
      if (!connection.destroyed) work();
    });
  };
}
