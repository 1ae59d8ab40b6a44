import { query, unhurried } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Deletes what is older than 90 days. What has come too late in the meantime is forgotten with its secrets, though nobody tried to
 * send it again.
 */
export async function forgetOldEmails(em: EntityManager): Promise<void> {
  await unhurried(em, async (tx) => {
    await query(tx, `delete from email where created_at < now() - interval '90 days'`);
    await query(
      tx,
      `update email set sealed_secrets = null, variables = '{}' where status = 'DEAD' and expires_at < now() and sealed_secrets is not null`,
    );
  });
}
