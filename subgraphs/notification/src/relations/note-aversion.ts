import { query } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Relation } from './model.ts';

interface Aversion {
  readonly accountId: string;
  readonly otherId: string;
  readonly relation: Relation;
}

/** Somebody has blocked or muted somebody else; again: until another time. */
export async function noteAversion(
  tx: EntityManager,
  { accountId, otherId, relation, until = null }: Aversion & { readonly until?: string | null },
): Promise<void> {
  await query(
    tx,
    `insert into aversion (account_id, other_id, relation, until) values ($1, $2, $3, $4)
     on conflict (account_id, other_id, relation) do update set until = excluded.until`,
    [accountId, otherId, relation, until],
  );
}

export async function endAversion(tx: EntityManager, { accountId, otherId, relation }: Aversion): Promise<void> {
  await query(tx, 'delete from aversion where account_id = $1 and other_id = $2 and relation = $3', [accountId, otherId, relation]);
}

/** Deletes the mutes whose end has come, of which no event tells. */
export async function forgetEnded(em: EntityManager): Promise<void> {
  await query(em, 'delete from aversion where until <= now()');
}
