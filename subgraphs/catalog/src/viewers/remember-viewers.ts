import { run } from '@agora/platform/database/database';
import type { DataOf } from '@agora/schema/events/event';
import type { UserPreferencesChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Keeps what people said last of whether they are shown what they may like; the version before did not say it. */
export async function rememberViewers(tx: EntityManager, changed: readonly DataOf<typeof UserPreferencesChanged>[]): Promise<void> {
  const said = new Map(changed.flatMap(({ userId, isPersonalised }) => (isPersonalised === undefined ? [] : [[userId, isPersonalised]])));
  if (said.size === 0) return;
  await run(
    tx,
    `insert into viewer (user_id, is_personalised) select * from unnest($1::text[], $2::boolean[]) as said (user_id, is_personalised) order by user_id
     on conflict (user_id) do update set is_personalised = excluded.is_personalised`,
    [[...said.keys()], [...said.values()]],
  );
}
