import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from '@agora/platform/database/database';

const MAX_AT_ONCE = 1_500;

/** Deletes guests' carts that nobody has changed for 30 days, the longest untouched first, and not all at once. */
export async function forgetGuestCarts(em: EntityManager): Promise<void> {
  await query(
    em,
    `delete from cart where id in (
       select id from cart where token_hash is not null and updated_at < now() - interval '30 days'
       order by updated_at limit $1 for update skip locked
     )`,
    [MAX_AT_ONCE],
  );
}
