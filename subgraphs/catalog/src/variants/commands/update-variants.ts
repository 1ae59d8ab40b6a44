import { query, transaction } from '@agora/platform/database/database';
import { type Problem, refuseAll } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { usePicturesOf } from '../../media/commands/use-pictures-of.ts';
import { announceVariants } from '../../products/commands/announce-listed.ts';
import { announceDelisted } from '../../products/commands/announce-delisted.ts';
import { combinationOf, type FieldOf } from '../../products/commands/new-variants.ts';
import { refuseTakenCodes } from '../../products/commands/refuse-taken-codes.ts';
import type { ProductVariant, VariantChanges } from '../../products/model/product-variant.ts';
import type { Product } from '../../products/model/product.ts';
import { sentences } from '../../products/variant-sentences.ts';
import { assortmentChanged, type ChangeAssortment, lockAssortment } from './lock-assortment.ts';

export interface UpdateVariants extends ChangeAssortment {
  readonly variants: readonly ChangedVariant[];
}

export interface ChangedVariant {
  readonly variantId: string;
  readonly changes: VariantChanges;
  /** One of its product's pictures; null for none of its own, undefined where it stays. */
  readonly mediaId: string | null | undefined;
  /** Its place among the product's variants, from 0; undefined where it stays. */
  readonly position: number | undefined;
}

/**
 * Changes variants of a product, all or none. What is on sale has the new terms at once; what is disabled can no longer be bought.
 * @throws what `lockAssortment` says; NOT_FOUND for a variant or its picture, INVALID for its values, ALREADY_EXISTS for those of another, CURRENCY_MISMATCH, SKU_TAKEN.
 */
export async function updateVariants(em: EntityManager, { variants: wanted, ...change }: UpdateVariants): Promise<void> {
  const fieldOf: FieldOf = (index, ...path) => ['variants', String(index), ...path];
  const codes = wanted.map(({ variantId: id, changes: { sku } }) => ({ id, sku }));
  await refuseTakenCodes(em, { of: change, variants: codes, fieldOf }, () =>
    transaction(em, async (tx) => {
      const product = await lockAssortment(tx, change);
      const variants = variantsIn(product, wanted, fieldOf);
      const at = new Date();
      const places = placesOf(product);
      const shown = await usePicturesOf(tx, {
        shownBy: product.id,
        picks: wanted.map(({ variantId: usedBy, mediaId }) => ({ usedBy, mediaId })),
        fieldOf: (index) => fieldOf(index, 'mediaId'),
      });
      await freeCodes(tx, variants, wanted);
      const changed = variants.filter((variant, index) => variant.change(wanted[index]?.changes ?? {}, at));
      for (const [index, variant] of variants.entries()) {
        if (shown.has(variant.id)) variant.updatedAt = at;
        const position = wanted[index]?.position;
        if (position !== undefined) product.move(variant, position);
      }
      refuseTwins(product, variants, fieldOf);
      if (changed.length === 0 && shown.size === 0 && placesOf(product) === places) return;
      await assortmentChanged(tx, product, at);
      if (!product.isOnSale) return;
      await announceVariants(tx, product, changed);
      await announceDelisted(
        tx,
        product,
        changed.filter(({ isEnabled }) => !isEnabled),
      );
    }),
  );
}

/** The variants that are to be changed, in the order of the input. */
function variantsIn(product: Product, wanted: readonly ChangedVariant[], fieldOf: FieldOf): ProductVariant[] {
  const byId = new Map(product.variants.map((variant) => [variant.id, variant]));
  const problems: Problem<CatalogCode>[] = [];
  const found = wanted.flatMap(({ variantId, changes: { optionValueIds, prices } }, index) => {
    const variant = byId.get(variantId);
    byId.delete(variantId);
    if (!variant) problems.push({ code: 'NOT_FOUND', message: sentences.noSuchVariant, field: fieldOf(index, 'variantId') });
    if (optionValueIds && !isCombination(product, optionValueIds))
      problems.push({
        code: 'INVALID',
        message: sentences.valuePerOption(product.options.length),
        field: fieldOf(index, 'optionValueIds'),
      });
    if (prices?.every(({ currencyCode }) => currencyCode !== product.currencyCode))
      problems.push({
        code: 'CURRENCY_MISMATCH',
        message: sentences.noPriceInOwnCurrency(product.currencyCode),
        field: fieldOf(index, 'prices'),
      });
    return variant ? [variant] : [];
  });
  refuseAll<CatalogCode>(problems);
  return found;
}

/** Lets go of codes that others of these variants are to have, so that two can exchange theirs. */
async function freeCodes(tx: EntityManager, variants: readonly ProductVariant[], wanted: readonly ChangedVariant[]): Promise<void> {
  const taken = new Set(wanted.map(({ changes: { sku } }) => sku));
  const leaving = variants.filter(({ sku }, index) => taken.has(sku) && (wanted[index]?.changes.sku ?? sku) !== sku);
  if (leaving.length > 0) await query(tx, 'update product_variant set sku = id where id = any($1::text[])', [leaving.map(({ id }) => id)]);
}

/** Whether there is a value for each option, in their order. */
function isCombination({ options }: Product, valueIds: readonly string[]): boolean {
  return valueIds.length === options.length && options.getItems().every((option, index) => option.has(valueIds[index]));
}

/** @throws ALREADY_EXISTS where two variants would have the same values. */
function refuseTwins(product: Product, changed: readonly ProductVariant[], fieldOf: FieldOf): void {
  const alike = Map.groupBy(product.variants, combinationOf);
  const problems = changed.flatMap((variant, index): Problem<CatalogCode>[] => {
    const twins = alike.get(combinationOf(variant)) ?? [];
    return twins.length > 1 ? [{ code: 'ALREADY_EXISTS', message: sentences.sameVariant, field: fieldOf(index, 'optionValueIds') }] : [];
  });
  refuseAll<CatalogCode>(problems);
}

function placesOf({ variants }: Product): string {
  return variants.map(({ id, position }) => `${id} ${position}`).join();
}
