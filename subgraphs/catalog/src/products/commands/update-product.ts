import { transaction } from '@agora/platform/database/database';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { Actor } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Product, ProductFacts } from '../model/product.ts';
import { addressFor } from './address-for.ts';
import type { GivenAttribute } from './fitting-values.ts';
import { chooseRelated } from './choose-related.ts';
import { announceUpdated } from './announce-updated.ts';
import { listAgain } from './list-again.ts';
import { lockProduct } from './lock-product.ts';
import { lockVariants } from './lock-variants.ts';
import { stillTelling } from './still-telling.ts';
import { tellAttributes } from './tell-attributes.ts';
import { wantedCategory } from './wanted-category.ts';

export interface UpdateProduct {
  readonly productId: string;
  readonly by: Actor;
  /** What is absent stays. */
  readonly facts: Partial<Pick<ProductFacts, 'name' | 'description' | 'tags' | 'taxClass'>>;
  /** Where it is to be listed from now on; undefined where it stays. */
  readonly categorySlug: string | undefined;
  /** The address that is wanted; undefined where it goes on being made of the name. */
  readonly slug: string | undefined;
  /** All that it tells; undefined where that stays. */
  readonly attributes: readonly GivenAttribute[] | undefined;
  /** All that its seller shows first with it; undefined where that stays. */
  readonly relatedProductIds: readonly string[] | undefined;
  readonly expectedVersion: number | null;
}

/**
 * Changes what is said of a product; what is on sale shows it at once.
 * @throws NOT_FOUND for the product or the category, SLUG_TAKEN, VERSION_MISMATCH; what `tellAttributes`, `chooseRelated` and `stillTelling` say.
 */
export async function updateProduct(em: EntityManager, wanted: UpdateProduct): Promise<void> {
  const { productId, by, facts, categorySlug, slug: wantedSlug, attributes, relatedProductIds, expectedVersion } = wanted;
  await transaction(em, async (tx) => {
    const product = await lockProduct(tx, productId, by);
    demandVersion(product, expectedVersion);
    // Another address locks the product against what refers to it, as orders do when they commit: those that have its variants go first.
    if (facts.name !== undefined || wantedSlug !== undefined) await lockVariants(tx, [productId]);
    const termsBefore = termsOf(product);
    const isChanged = await stillTelling(tx, product, async () => {
      const category = categorySlug === undefined ? product.category : await wantedCategory(tx, categorySlug);
      const isTold = attributes !== undefined && (await tellAttributes(tx, { productId, category }, attributes));
      const isChosen = relatedProductIds !== undefined && (await chooseRelated(tx, product, relatedProductIds));
      const slug = await addressFor(tx, product, facts.name ?? product.name, wantedSlug);
      return product.describe({ ...facts, category, slug }, new Date(), isTold || isChosen);
    });
    if (!isChanged) return;
    await announceUpdated(tx, product);
    if (termsOf(product) !== termsBefore) await listAgain(tx, product);
  });
}

/** What others keep of a product with the terms of its variants. */
function termsOf({ name, category, taxClass }: Product): string {
  return JSON.stringify([name, category.id, taxClass]);
}
