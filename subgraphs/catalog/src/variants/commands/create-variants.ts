import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { announceVariants } from '../../products/commands/announce-listed.ts';
import { announceThresholds } from '../../products/commands/announce-thresholds.ts';
import { type FieldOf, newVariants, type WrittenVariant } from '../../products/commands/new-variants.ts';
import { refuseTakenCodes } from '../../products/commands/refuse-taken-codes.ts';
import { MAX_VARIANTS } from '../../products/model/product.ts';
import { sentences } from '../../products/variant-sentences.ts';
import { usePicturesOf } from '../../media/commands/use-pictures-of.ts';
import { receiveFirstUnits } from '../../stock/receive-first-units.ts';
import { assortmentChanged, type ChangeAssortment, lockAssortment } from './lock-assortment.ts';

export interface CreateVariants extends ChangeAssortment {
  readonly variants: readonly WrittenVariant[];
}

/**
 * Adds variants to a product, all or none, and answers their ids; those of a product on sale can be bought at once.
 * @throws what `lockAssortment`, `newVariants` and `usePicturesOf` say; LIMIT_REACHED, SKU_TAKEN; NOT_FOUND for a place that is not the seller's.
 */
export async function createVariants(em: EntityManager, { variants: written, ...change }: CreateVariants): Promise<string[]> {
  const fieldOf: FieldOf = (index, ...path) => ['variants', String(index), ...path];
  return refuseTakenCodes(em, { of: change, variants: written, fieldOf }, () =>
    transaction(em, async (tx) => {
      const product = await lockAssortment(tx, change);
      const { id: productId, sellerId, currencyCode } = product;
      const existing = product.variants.getItems();
      if (existing.length + written.length > MAX_VARIANTS)
        throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyVariants(MAX_VARIANTS), ['variants']);
      const given = newVariants(written, { currencyCode, options: product.options.getItems(), variants: existing }, fieldOf);
      const at = new Date();
      const added = product.addVariants(given, at);
      await assortmentChanged(tx, product, at);
      await receiveFirstUnits(
        tx,
        given.map(({ id, stock: quantity, stockLocationId }) => ({ variant: { id, productId, sellerId }, quantity, stockLocationId })),
        { actorId: change.by.id, fieldOf: (index) => fieldOf(index, 'stockLocationId') },
      );
      await announceThresholds(tx, sellerId, given);
      await usePicturesOf(tx, {
        shownBy: productId,
        picks: given.map(({ id, mediaId }) => ({ usedBy: id, mediaId })),
        fieldOf: (index) => fieldOf(index, 'mediaId'),
      });
      if (product.isOnSale) await announceVariants(tx, product, added);
      return added.map(({ id }) => id);
    }),
  );
}
