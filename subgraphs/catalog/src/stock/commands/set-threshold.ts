import { query, transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type Actor, isAdmin } from '@agora/platform/security/actor';
import { ThresholdSet } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sentences } from '../sentences.ts';
import { refuse } from './refuse.ts';

export interface SetThreshold {
  readonly variantIds: readonly string[];
  /** Null for no warning. */
  readonly threshold: number | null;
}

/**
 * Says below how many available units the seller of these variants is warned from now on: what is below already is nothing new.
 * @throws NOT_FOUND, for all that are not there.
 */
export async function setThreshold(em: EntityManager, { variantIds, threshold }: SetThreshold, by: Actor): Promise<void> {
  await transaction(em, async (tx) => {
    const variants = await lockMine(tx, [variantIds, by.id, isAdmin(by)]);
    const mine = new Set(variants.map(({ id }) => id));
    refuse(
      variantIds.flatMap((id, index) =>
        mine.has(id) ? [] : [{ code: 'NOT_FOUND', message: sentences.noSuchVariant, field: ['variantIds', String(index)] }],
      ),
    );
    await query(tx, 'update product_variant set low_stock_threshold = $2 where id = any($1::text[])', [variantIds, threshold]);
    for (const { id: variantId, sellerId } of variants) await announce(tx, ThresholdSet, { variantId, sellerId, threshold });
  });
}

const lockMine = statement(
  { id: text('id'), sellerId: text('seller_id') },
  (columns) =>
    `select ${columns} from product_variant where id = any($1::text[]) and (seller_id = $2 or $3::boolean) order by id for update`,
);
