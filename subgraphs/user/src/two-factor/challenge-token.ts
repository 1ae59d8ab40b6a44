import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** What a client gets of a challenge, and what is kept of it. */
export function newChallengeToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, hash: challengeHashOf(token) };
}

export function challengeHashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
