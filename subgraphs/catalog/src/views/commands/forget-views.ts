import { run } from '@agora/platform/database/database';
import type { DataOf } from '@agora/schema/events/event';
import type { UserPreferencesChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Removes what is kept of who does not want to be shown what they may like. */
export async function forgetViewsOf(tx: EntityManager, { userId, isPersonalised }: DataOf<typeof UserPreferencesChanged>): Promise<void> {
  if (isPersonalised === false) await run(tx, 'delete from product_view where viewer_id = $1', [userId]);
}

/** Removes what tells that a product was looked at a moment ago, once that is over, and counts of long ago. */
export async function forgetOldViews(em: EntityManager): Promise<void> {
  await run(em, "delete from recent_view where seen_at < now() - interval '1 hour'", []);
  await run(em, "delete from product_view_hour where hour < now() - interval '400 days'", []);
}
