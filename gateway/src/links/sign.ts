import { type Identity, signIdentity } from '@agora/platform/identity';
import { identityKeyOf } from '../context.ts';
import { heldOf } from '../metrics.ts';

/** How long one signature is used again; it holds for a minute, and a call may wait and be repeated. */
const USED_FOR_MS = 10_000;
const MOST_KEPT = 10_000;

const held = heldOf('signed identities');

export type Sign = (identity: Identity) => string;

/** Signs identities for subgraphs. The same identity is signed once in a while, not for every call. */
export function createSign(secret: string): Sign {
  let signed = new Map<string, string>();
  let renewAt = 0;
  return (identity) => {
    const now = Date.now();
    if (now >= renewAt || signed.size >= MOST_KEPT) {
      held.amount -= signed.size;
      signed = new Map();
      renewAt = now + USED_FOR_MS;
    }
    const key = identityKeyOf(identity);
    const known = signed.get(key);
    if (known !== undefined) return known;
    const made = signIdentity(secret, identity, now);
    signed.set(key, made);
    held.amount++;
    return made;
  };
}
