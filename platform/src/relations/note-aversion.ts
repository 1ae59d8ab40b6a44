import { query } from '../database/database.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Relation } from './aversion.ts';

interface Aversion {
  readonly accountId: string;
  readonly otherId: string;
}

/** People have blocked or muted others; again: until another time. Of one pair the last counts. */
export async function noteAversions(
  tx: EntityManager,
  relation: Relation,
  aversions: readonly (Aversion & { readonly until?: string | null })[],
): Promise<void> {
  await query(
    tx,
    `insert into aversion (account_id, other_id, relation, until)
     select distinct on (account_id, other_id) account_id, other_id, $1, until
     from unnest($2::text[], $3::text[], $4::timestamptz[]) with ordinality as said (account_id, other_id, until, place)
     order by account_id, other_id, place desc
     on conflict (account_id, other_id, relation) do update set until = excluded.until`,
    [relation, ...sidesOf(aversions), aversions.map(({ until = null }) => until)],
  );
}

export async function endAversions(tx: EntityManager, relation: Relation, aversions: readonly Aversion[]): Promise<void> {
  await query(tx, 'delete from aversion where relation = $1 and (account_id, other_id) in (select * from unnest($2::text[], $3::text[]))', [
    relation,
    ...sidesOf(aversions),
  ]);
}

function sidesOf(aversions: readonly Aversion[]): [accountIds: string[], otherIds: string[]] {
  return [aversions.map(({ accountId }) => accountId), aversions.map(({ otherId }) => otherId)];
}

/** Deletes the mutes whose end has come, of which no event tells. */
export async function forgetEnded(em: EntityManager): Promise<void> {
  await query(em, 'delete from aversion where until <= now()');
}
