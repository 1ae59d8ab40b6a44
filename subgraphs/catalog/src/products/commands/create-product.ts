import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction, violates } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import { ProductCreated } from '@agora/schema/events/catalog';
import { usePicturesOf } from '../../media/commands/use-pictures-of.ts';
import { longerSlug, slugOf } from '../../names/model/slug.ts';
import { receiveFirstUnits } from '../../stock/receive-first-units.ts';
import { announceThresholds } from './announce-thresholds.ts';
import type { GivenAttribute } from './fitting-values.ts';
import { newOptions, type WrittenOption } from './new-options.ts';
import { type FieldOf, newVariants, type WrittenVariant } from './new-variants.ts';
import { refuseTakenCodes } from './refuse-taken-codes.ts';
import { tellAttributes } from './tell-attributes.ts';
import { useProductMedia } from './use-product-media.ts';
import { wantedCategory } from './wanted-category.ts';
import type { NewOption } from '../model/product-option.ts';
import type { NewVariant } from '../model/product-variant.ts';
import { Product, type TaxClass } from '../model/product.ts';

export interface CreateProduct {
  readonly sellerId: string;
  /** The language of name and description. */
  readonly locale: string;
  readonly name: string;
  readonly description: string;
  readonly categorySlug: string;
  readonly tags: readonly string[];
  readonly taxClass: TaxClass;
  readonly attributes: readonly GivenAttribute[];
  /** Files of its seller, in the order in which they are shown. */
  readonly mediaIds: readonly string[];
  readonly options: readonly WrittenOption[];
  /** At least one. */
  readonly variants: readonly WrittenVariant[];
  /** Whether its seller gave its variants one by one, so that problems are of one of them. */
  readonly areListed: boolean;
}

/**
 * Writes a draft, and answers its id. Its own currency is that of its first price.
 * @throws NOT_FOUND for an unknown category, and a place that is not its seller's; what `newOptions`, `newVariants`, `tellAttributes` and `useProductMedia` say; SKU_TAKEN where another variant of the seller has the SKU.
 */
export async function createProduct(em: EntityManager, given: CreateProduct): Promise<string> {
  const fieldOf: FieldOf = (index, ...path) => (given.areListed ? ['variants', String(index), ...path] : [...path]);
  const currencyCode = given.variants[0]?.prices[0]?.currencyCode ?? '';
  const options = newOptions(given.options, (index) => ['options', String(index)]);
  const variants = newVariants(given.variants, { currencyCode, options, variants: [] }, fieldOf);
  const draft = { ...given, id: newId('prd'), slug: slugOf(given.name), currencyCode, options, variants, fieldOf };
  return refuseTakenCodes(em, { of: given, variants: given.variants, fieldOf }, async () => {
    try {
      return await writeDraft(em, draft);
    } catch (error) {
      if (violates(error, 'product_slug_')) return writeDraft(em, { ...draft, slug: longerSlug(draft.slug, draft.id) });
      throw error;
    }
  });
}

interface Draft extends Pick<
  CreateProduct,
  'sellerId' | 'locale' | 'name' | 'description' | 'tags' | 'taxClass' | 'categorySlug' | 'attributes' | 'mediaIds'
> {
  readonly id: string;
  readonly slug: string;
  readonly currencyCode: string;
  readonly options: readonly NewOption[];
  readonly variants: readonly (NewVariant & Pick<WrittenVariant, 'stock' | 'stockLocationId' | 'mediaId'>)[];
  readonly fieldOf: FieldOf;
}

async function writeDraft(em: EntityManager, { categorySlug, attributes, mediaIds, variants, fieldOf, ...draft }: Draft): Promise<string> {
  const { id, sellerId } = draft;
  return transaction(em, async (tx) => {
    const category = await wantedCategory(tx, categorySlug);
    const product = Product.draft({ ...draft, category, createdAt: new Date(), variants });
    await tx.persist(product).flush();
    await tellAttributes(tx, { productId: id, category }, attributes);
    if (mediaIds.length > 0) await useProductMedia(tx, product, mediaIds);
    await usePicturesOf(tx, {
      shownBy: id,
      picks: variants.map(({ id: usedBy, mediaId }) => ({ usedBy, mediaId })),
      fieldOf: (index) => fieldOf(index, 'mediaId'),
    });
    await receiveFirstUnits(
      tx,
      variants.map(({ id: variantId, stock, stockLocationId }) => ({
        variant: { id: variantId, productId: id, sellerId },
        quantity: stock,
        stockLocationId,
      })),
      { actorId: sellerId, fieldOf: (index) => fieldOf(index, 'stockLocationId') },
    );
    await announce(tx, ProductCreated, { productId: id, sellerId });
    await announceThresholds(tx, sellerId, variants);
    return id;
  });
}
