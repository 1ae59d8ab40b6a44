import type { SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { SignedIn } from '../auth/signed-in.ts';
import type { SessionCookies } from './session-cookies.ts';

/** What is known of one socket of a client. */
export interface SocketState extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly ip: string;
  /** What opened it, as it calls itself. */
  readonly userAgent: string | undefined;
  /** The header of the upgrade, until it is known who has opened the socket. */
  authorization: string | undefined;
  /** Of the same, and as long. */
  cookies: SessionCookies | null;
  signedIn: SignedIn | null;
  /** The socket no longer ends with its token. */
  forgetToken: () => void;
  /** Of the message that has just come. */
  messageBytes: number;
  /** Those that are not over. */
  readonly operations: Map<SubscribePayload, SocketOperation>;
}

export interface SocketOperation {
  readonly id: string;
  /** Null until a live operation is planned. */
  events: AsyncIterableIterator<unknown> | null;
  readonly giveBack: () => void;
}
