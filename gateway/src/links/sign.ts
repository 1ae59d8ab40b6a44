import { type Identity, signIdentity } from '@agora/platform/security/identity';
import { LRUCache } from 'lru-cache';
import { identityKeyOf } from '../context.ts';
import { heldOf } from '../metrics.ts';

/** How long one signature is used again; it holds for a minute, and a call may wait and be repeated. */
const USED_FOR_MS = 10_000;
const MAX_BYTES = 4_000_000;

const held = heldOf('signed identities');

export type Sign = (identity: Identity) => string;

/** Signs identities for subgraphs. The same identity is signed once in a while, not for every call. */
export function createSign(secret: string): Sign {
  const known = new LRUCache<string, string>({
    maxSize: MAX_BYTES,
    sizeCalculation: (signed, key) => signed.length + key.length,
    ttl: USED_FOR_MS,
    onInsert: () => held.amount++,
    dispose: () => held.amount--,
  });
  return (identity) => {
    const key = identityKeyOf(identity);
    const signed = known.get(key);
    if (signed !== undefined) return signed;
    const made = signIdentity(secret, identity);
    known.set(key, made);
    return made;
  };
}
