import type { WebSocket } from 'ws';
import type { WhenEnded } from '../auth/ended-sessions.ts';
import type { SignedIn } from '../auth/signed-in.ts';

/** The token was good: graphql-ws comes back from it, and asks its `connectionParams` for another. */
export const GET_A_NEW_TOKEN = 4403;

const WARNING_MS = 30_000;
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Closes a socket when its token runs out, or the token's session ends. Before a token runs out its client is told, 30 s or
 * half of what is left, by a `ping` whose payload has `tokenExpiresAt`; who has no use for it answers it like any other.
 * Call what is returned to let the socket be.
 */
export function endWithToken(socket: WebSocket, { actor, expiresAt }: SignedIn, whenEnded: WhenEnded): () => void {
  const end = (reason: string) => socket.close(GET_A_NEW_TOKEN, reason);
  const left = Math.min(expiresAt - Date.now(), MAX_TIMER_MS);
  const warning = JSON.stringify({ type: 'ping', payload: { tokenExpiresAt: new Date(expiresAt).toISOString() } });
  const timers = [
    setTimeout(() => socket.send(warning), Math.max(left - WARNING_MS, left / 2)),
    setTimeout(() => end('TOKEN_EXPIRED'), left),
  ];
  const stopWaiting = whenEnded(actor.sessionId, () => end('SESSION_ENDED'));
  return () => {
    timers.forEach(clearTimeout);
    stopWaiting();
  };
}
