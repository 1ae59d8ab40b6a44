import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction, violates } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { Money } from '@agora/platform/money';
import { ProductCreated } from '@agora/schema/events/catalog';
import { Product } from './model/product.ts';
import { slugOf } from '../names/model/slug.ts';
import { receiveFirstUnits } from '../stock/receive-first-units.ts';
import { wantedCategory } from './commands/wanted-category.ts';
import { sentences } from './sentences.ts';
import type { CatalogCode } from '../codes.ts';

export interface CreateProduct {
  readonly sellerId: string;
  readonly name: string;
  readonly description: string;
  readonly sku: string;
  readonly price: Money;
  readonly stock: number;
  readonly categorySlug: string;
}

/**
 * Writes a draft with one variant, and answers its id.
 * @throws NOT_FOUND for an unknown category; SKU_TAKEN where another variant of the seller has the SKU.
 */
export async function createProduct(em: EntityManager, given: CreateProduct): Promise<string> {
  const id = newId('prd');
  const slug = slugOf(given.name);
  try {
    return await writeDraft(em, given, id, slug);
  } catch (error) {
    if (violates(error, 'product_slug_unique')) return writeDraft(em, given, id, `${slug}-${id.slice(-6)}`);
    throw error;
  }
}

async function writeDraft(em: EntityManager, given: CreateProduct, id: string, slug: string): Promise<string> {
  const { sellerId, name, description, sku, price, stock, categorySlug } = given;
  try {
    return await transaction(em, async (tx) => {
      const category = await wantedCategory(tx, categorySlug);
      const variantId = newId('var');
      const product = Product.draft({
        id,
        slug,
        sellerId,
        name,
        description,
        category,
        currencyCode: price.currencyCode,
        createdAt: new Date(),
        variant: { id: variantId, sku, priceMinorUnits: price.minorUnits },
      });
      await tx.persist(product).flush();
      await receiveFirstUnits(tx, [{ variant: { id: variantId, productId: id, sellerId }, quantity: stock }], sellerId);
      await announce(tx, ProductCreated, { productId: id, sellerId });
      return id;
    });
  } catch (error) {
    if (violates(error, 'product_variant_sku_seller_id_unique')) throw new Refusal<CatalogCode>('SKU_TAKEN', sentences.skuTaken, ['sku']);
    throw error;
  }
}
