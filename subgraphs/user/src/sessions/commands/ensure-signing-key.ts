import { lock } from '@agora/platform/database/advisory-lock';
import { transaction } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { SigningKey } from '../model/signing-key.ts';
import { newSigningKey } from '../tokens/ed25519.ts';

/** Makes the key that signs access tokens where there is none; of replicas that start at once, one makes it. */
export async function ensureSigningKey(em: EntityManager): Promise<void> {
  await transaction(em, async (tx) => {
    await lock(tx, 'first signing key');
    if ((await tx.count(SigningKey)) > 0) return;
    tx.persist(SigningKey.of(newId('key'), await newSigningKey(), new Date()));
  });
}
