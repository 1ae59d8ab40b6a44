import { run } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Counts other stars of a locked product than before; null where a review was not shown, or is not. */
export async function countStars(tx: EntityManager, productId: string, before: number | null, now: number | null): Promise<void> {
  if (before === now) return;
  await run(
    tx,
    `update product set rating_histogram = (
       select array_agg(number + (star = coalesce($3::int, 0))::int - (star = coalesce($2::int, 0))::int order by star)
       from unnest(rating_histogram) with ordinality as counted (number, star)
     ) where id = $1`,
    [productId, before, now],
  );
}
