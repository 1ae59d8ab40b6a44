import type { EntityManager } from '@mikro-orm/postgresql';
import { query, transaction } from '@agora/platform/database';
import { newId } from '@agora/platform/ids';
import { newSigningKey } from '../credentials/signing-key.ts';
import { SigningKey } from '../model/signing-key.ts';

const LOCK = 'user: first signing key';

/** Makes the key that signs access tokens where there is none; of replicas that start at once, one makes it. */
export async function ensureSigningKey(em: EntityManager): Promise<void> {
  await transaction(em, async (tx) => {
    await query(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [LOCK]);
    if ((await tx.count(SigningKey)) > 0) return;
    tx.persist(SigningKey.of(newId('key'), await newSigningKey(), new Date()));
  });
}
