import { violates } from '@agora/platform/database/database';
import { type Problem, Refusal } from '@agora/platform/errors';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { ProductVariant } from '../model/product-variant.ts';
import { sentences } from '../variant-sentences.ts';
import type { FieldOf } from './new-variants.ts';

interface Coded {
  readonly id: string;
  readonly sku: string;
}

/**
 * Does `write`, which gives a seller's variants their codes.
 * @throws SKU_TAKEN, and says which, where others of the seller's variants have them. PostgreSQL alone can tell: others are written at the same time.
 */
export async function refuseTakenCodes<Written>(
  em: EntityManager,
  { sellerId, variants, fieldOf }: { readonly sellerId: string; readonly variants: readonly Coded[]; readonly fieldOf: FieldOf },
  write: () => Promise<Written>,
): Promise<Written> {
  try {
    return await write();
  } catch (error) {
    if (!violates(error, 'product_variant_sku_seller_id_unique')) throw error;
    const taken = await codesOfOthers(em, [sellerId, variants.map(({ sku }) => sku), variants.map(({ id }) => id)]);
    const others = new Set(taken.map(({ sku }) => sku));
    const problems = variants.flatMap(({ sku }, index): Problem<CatalogCode>[] =>
      others.has(sku) ? [{ code: 'SKU_TAKEN', message: sentences.skuTaken, field: fieldOf(index, 'sku') }] : [],
    );
    const [first, ...rest] = problems;
    // Whoever took it may have let it go meanwhile.
    throw first ? new Refusal<CatalogCode>([first, ...rest]) : new Refusal<CatalogCode>('SKU_TAKEN', sentences.skuTaken);
  }
}

const codesOfOthers = statement(
  columnsOf(ProductVariant, 'sku'),
  (columns) => `select ${columns} from product_variant where seller_id = $1 and sku = any($2::text[]) and id <> all($3::text[])`,
);
