import { randomBytes } from 'node:crypto';
import { macOf } from '@agora/platform/security/signed-text';
import { hashOfToken } from './model/share-token.ts';

/**
 * Makes the tokens of links to wishlists, of 256 bits. Who reads the database alone knows none of them: of a token there is a random key, which makes it
 * with the secret of the service, and a hash, by which it is found. Its owner can be shown it again.
 */
export interface ShareLinks {
  make(wishlistId: string): { readonly shareKey: string; readonly shareHash: string };
  /** Null where there is none, and where it was made with another secret: it still leads there, but can be shown no more. */
  tokenOf(wishlist: { readonly id: string; readonly shareKey: string | null; readonly shareHash: string | null }): string | null;
}

const KEY_BYTES = 24;

export function shareLinks(secret: string): ShareLinks {
  const token = (wishlistId: string, shareKey: string) => macOf(secret, 'wishlist', `${wishlistId}.${shareKey}`);
  return {
    make(wishlistId) {
      const shareKey = randomBytes(KEY_BYTES).toString('base64url');
      const shareHash = hashOfToken(token(wishlistId, shareKey));
      if (shareHash === null) throw new Error('A token of ours that is too long.');
      return { shareKey, shareHash };
    },
    tokenOf({ id, shareKey, shareHash }) {
      if (shareKey === null) return null;
      const made = token(id, shareKey);
      return hashOfToken(made) === shareHash ? made : null;
    },
  };
}
