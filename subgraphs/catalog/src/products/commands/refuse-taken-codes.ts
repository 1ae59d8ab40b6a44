import { violates } from '@agora/platform/database/database';
import { type Problem, Refusal } from '@agora/platform/errors';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { ProductVariant } from '../model/product-variant.ts';
import { sentences } from '../variant-sentences.ts';
import type { FieldOf } from './new-variants.ts';

interface GivenCodes {
  /** Whose codes they are: the seller's, or the seller's of a product. */
  readonly of: { readonly sellerId: string } | { readonly productId: string };
  /** The code that each is to have; `id` of one that is there already. */
  readonly variants: readonly { readonly id?: string; readonly sku?: string | undefined }[];
  readonly fieldOf: FieldOf;
}

/**
 * Does `write`, which gives a seller's variants their codes.
 * @throws SKU_TAKEN, and says which, where others of the seller's variants have them. PostgreSQL alone can tell: others are written at the same time.
 */
export async function refuseTakenCodes<Written>(em: EntityManager, given: GivenCodes, write: () => Promise<Written>): Promise<Written> {
  try {
    return await write();
  } catch (error) {
    if (!violates(error, 'product_variant_sku_seller_id_unique')) throw error;
    const [first, ...rest] = await takenCodes(em, given);
    // Whoever took it may have let it go meanwhile.
    throw first ? new Refusal<CatalogCode>([first, ...rest]) : new Refusal<CatalogCode>('SKU_TAKEN', sentences.skuTaken);
  }
}

async function takenCodes(em: EntityManager, { of, variants, fieldOf }: GivenCodes): Promise<Problem<CatalogCode>[]> {
  const [sellerId, productId] = 'sellerId' in of ? [of.sellerId, null] : [null, of.productId];
  const skus = variants.flatMap(({ sku }) => sku ?? []);
  const holders = Map.groupBy(await holdersOf(em, [sellerId, productId, skus]), ({ sku }) => sku);
  const codeOf = new Map(variants.map(({ id, sku }) => [id, sku]));
  return variants.flatMap(({ id, sku = '' }, index) => {
    const isTaken = holders.get(sku)?.some((holder) => holder.id !== id && (codeOf.get(holder.id) ?? sku) === sku);
    return isTaken ? [{ code: 'SKU_TAKEN', message: sentences.skuTaken, field: fieldOf(index, 'sku') }] : [];
  });
}

const holdersOf = statement(
  columnsOf(ProductVariant, 'id', 'sku'),
  (columns) => `select ${columns} from product_variant
    where seller_id = coalesce($1, (select seller_id from product where id = $2)) and sku = any($3::text[])`,
);
