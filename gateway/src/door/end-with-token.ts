import type { WebSocket } from 'ws';

/** The token was good: graphql-ws comes back from it, and asks its `connectionParams` for another. */
export const GET_A_NEW_TOKEN = 4403;

const WARNING_MS = 30_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Closes a socket when its token runs out. The client is told 30 s before, or half-way where less is left, by a `ping` whose
 * payload has `tokenExpiresAt`; who has no use for it answers it like any other. Call what is returned to let the socket be.
 */
export function endWithToken(socket: WebSocket, expiresAt: number): () => void {
  const left = Math.min(expiresAt - Date.now(), LONGEST_TIMER_MS);
  const payload = { tokenExpiresAt: new Date(expiresAt).toISOString() };
  const warning = setTimeout(() => socket.send(JSON.stringify({ type: 'ping', payload })), Math.max(left - WARNING_MS, left / 2));
  const end = setTimeout(() => socket.close(GET_A_NEW_TOKEN, 'TOKEN_EXPIRED'), left);
  return () => {
    clearTimeout(warning);
    clearTimeout(end);
  };
}
