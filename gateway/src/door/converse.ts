import type { Socket } from 'node:net';
import { parseExactly } from '@agora/executor';
import type { Logger } from '@agora/platform/observe/logging';
import type { Server } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import { slowConnections } from '../metrics.ts';
import type { Backlogs } from './backlogs.ts';
import type { SocketState } from './socket-state.ts';

export interface ConverseOptions {
  readonly protocol: Server<SocketState>;
  /** Bytes that may wait on a socket before it is sent more. */
  readonly maxWaitingBytes: number;
  readonly backlogs: Backlogs;
  readonly log: Logger;
}

const PING_EVERY_MS = 12_000;
const CLOSE_TIMEOUT_MS = 1_000;
/** Enough for an id or a time; more is not sent back. */
const MAX_ECHO_LENGTH = 256;
/** What is around the payload of a ping, however it is written. */
const PING_BYTES = 64;
/** What a browser puts around a ping or pong. */
const FRAME_BYTES = 6;

const BAD_REQUEST = 4400;
const BUG = 1011;
export const TRY_AGAIN_LATER = 1013;

/**
 * Carries messages between a WebSocket and graphql-ws. Unlike graphql-ws's own, it bounds what waits for a client that does
 * not read, and a socket that is lost is no error, however many operations it had.
 */
export function converse(socket: WebSocket, connection: Socket, state: SocketState, options: ConverseOptions): void {
  const { protocol, maxWaitingBytes, backlogs, log } = options;

  const send = (text: string) =>
    new Promise<void>((resolve) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      if (socket.bufferedAmount <= maxWaitingBytes) {
        socket.send(text, resolveWith(resolve));
        return backlogs.sent(text.length);
      }
      cutOff(socket);
      resolve();
    });
  const failed = (error: unknown) => {
    if (isMisplaced(error)) return socket.close(BAD_REQUEST, 'Only a server says that');
    log.error({ err: error }, 'A message on a socket failed.');
    socket.close(BUG, 'Something went wrong on our side');
  };
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send,
      close: (code, reason) => socket.close(code, reason),
      onMessage: (listen) =>
        socket.on('message', (data) => {
          backlogs.messageCame(connection);
          if (socket.readyState !== socket.OPEN) return; // who was sent away is not heard, whatever they answer to that
          state.messageBytes = bytesOf(data);
          listen(read(String(data)) as string).catch(failed);
        }),
      onPing: (payload) => send(pongTo(payload, state.messageBytes)),
      onPong: () => {},
    },
    state,
  );

  backlogs.messageCame(connection);
  for (const control of ['ping', 'pong'] as const) {
    socket.on(control, (data: Buffer) => backlogs.controlCame(connection, data.length + FRAME_BYTES));
  }
  const stopPinging = keepPinging(socket, connection);
  socket.on('error', (error) => log.debug({ reason: error.message }, 'A socket broke.')); // ws closes it with the code that fits
  socket.once('close', (code, reason) => {
    stopPinging();
    const operations = state.operations.size;
    if (code === DROPPED && operations > 0) log.info({ operations }, 'A client dropped its socket amid operations.');
    Promise.resolve(closed(code, String(reason))).catch(failed);
  });
}

/** graphql-ws takes a message that was parsed before, whatever its types say; of a text that is no JSON it says so itself. */
function read(text: string): unknown {
  try {
    return parseExactly(text);
  } catch {
    return text;
  }
}

/** Made here, because a function holds everything around it: as long as a message waits, its text would, too. */
function resolveWith(resolve: () => void): () => void {
  return () => resolve();
}

/** graphql-ws throws at a message of a type that clients have no use for; there is no other sign of it than the words. */
function isMisplaced(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unexpected message of type');
}

const DROPPED = 1006;

/** A client that takes no message for lack of reading may not take this one either. */
function cutOff(socket: WebSocket): void {
  slowConnections.inc();
  socket.close(TRY_AGAIN_LATER, 'Too much waits to be read');
  setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS).unref();
}

/** What is large is not written at all: that takes time, and more of the stack than there is where it is nested deep. */
function pongTo(payload: unknown, messageBytes: number): string {
  const echo = messageBytes > MAX_ECHO_LENGTH + PING_BYTES ? undefined : JSON.stringify(payload);
  return echo === undefined || echo.length > MAX_ECHO_LENGTH ? '{"type":"pong"}' : `{"type":"pong","payload":${echo}}`;
}

/** Ends a socket from whose client nothing came since it was pinged; its pong may be behind much else that it has sent. */
function keepPinging(socket: WebSocket, connection: Socket): () => void {
  let isHeard = true;
  const hear = () => (isHeard = true);
  connection.on('data', hear);
  socket.on('message', hear);
  const look = () => {
    if (!isHeard) return socket.terminate();
    isHeard = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  };
  // After a pause of this process it is late for the client, too, and what came meanwhile has to be read first.
  const timer = setInterval(() => setImmediate(look), PING_EVERY_MS);
  return () => clearInterval(timer);
}

function bytesOf(data: RawData): number {
  return Array.isArray(data) ? data.reduce((sum, { length }) => sum + length, 0) : data.byteLength;
}
