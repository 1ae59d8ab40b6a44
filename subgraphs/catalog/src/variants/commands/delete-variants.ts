import { transaction } from '@agora/platform/database/database';
import { type Problem, Refusal, refuseAll } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { dropMedia } from '../../media/commands/use-media.ts';
import { announceDelisted } from '../../products/commands/announce-delisted.ts';
import { sentences } from '../../products/variant-sentences.ts';
import { orderedAmong } from '../../stock/ordered-among.ts';
import { assortmentChanged, type ChangeAssortment, lockAssortment } from './lock-assortment.ts';

export interface DeleteVariants extends ChangeAssortment {
  readonly variantIds: readonly string[];
}

/**
 * Removes variants of a product, all or none.
 * @throws what `lockAssortment` says; NOT_FOUND for a variant; IN_USE for one that was ordered; CONFLICT where none would be left.
 */
export async function deleteVariants(em: EntityManager, { variantIds, ...change }: DeleteVariants): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockAssortment(tx, change);
    const wanted = new Set(variantIds);
    const variants = product.variants.getItems().filter(({ id }) => wanted.has(id));
    refuse(variantIds, sentences.noSuchVariant, 'NOT_FOUND', (id) => variants.every((variant) => variant.id !== id));
    // They are locked, so that no order comes in between.
    const ordered = new Set((await orderedAmong(tx, [[...wanted]])).map(({ variantId }) => variantId));
    refuse(variantIds, sentences.wasOrdered, 'IN_USE', (id) => ordered.has(id));
    if (variants.length === product.variants.length) throw new Refusal('CONFLICT', sentences.lastVariant, ['variantIds']);
    for (const variant of variants) product.variants.remove(variant);
    await assortmentChanged(tx, product, new Date());
    await dropMedia(tx, variantIds);
    if (product.isOnSale) await announceDelisted(tx, product, variants);
  });
}

function refuse(
  ids: readonly string[],
  message: Problem['message'] & object,
  code: 'NOT_FOUND' | 'IN_USE',
  isRefused: (id: string) => boolean,
): void {
  const problems = ids.flatMap((id, index): Problem<CatalogCode>[] =>
    isRefused(id) ? [{ code, message, field: ['variantIds', String(index)] }] : [],
  );
  refuseAll<CatalogCode>(problems);
}
