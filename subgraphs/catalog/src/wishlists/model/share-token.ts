import { createHash } from 'node:crypto';

/** More than a token of ours has. */
const MAX_LENGTH = 100;

/** What a link to a wishlist is found by; null for what can be none. */
export function hashOfToken(token: string): string | null {
  return token.length <= MAX_LENGTH ? createHash('sha256').update(token).digest('base64url') : null;
}
