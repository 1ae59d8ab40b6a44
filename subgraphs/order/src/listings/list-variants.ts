import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from '@agora/platform/database/database';
import type { Happened } from '@agora/platform/events/consumer';
import type { DataOf } from '@agora/schema/events/event';
import type { VariantDelisted, VariantListed } from '@agora/schema/events/catalog';

/** Keeps the terms on which variants are sold from now on; terms that are out of date change nothing. */
export async function listVariants(tx: EntityManager, listed: readonly Happened<DataOf<typeof VariantListed>>[]): Promise<void> {
  const rows = listed.map(({ data: { price, prices = [], ...terms } }) => ({
    ...terms,
    ...price,
    otherPrices: Object.fromEntries(
      prices
        .filter(({ currencyCode }) => currencyCode !== price.currencyCode)
        .map(({ currencyCode, minorUnits }) => [currencyCode, minorUnits]),
    ),
  }));
  await query(
    tx,
    `insert into listed_variant
       (variant_id, product_id, seller_id, product_name, variant_name, sku, price_minor_units, currency_code, other_prices,
         weight_grams, is_digital, category_ids, version, is_listed)
     select distinct on ("variantId") "variantId", "productId", "sellerId", "productName", "variantName", sku, "minorUnits", "currencyCode", "otherPrices",
       "weightGrams", coalesce("isDigital", false), coalesce("categoryIds", '{}'), version, true
     from jsonb_to_recordset($1::jsonb) as listed ("variantId" text, "productId" text, "sellerId" text, "productName" text, "variantName" text, sku text,
       "minorUnits" bigint, "currencyCode" text, "otherPrices" jsonb, "weightGrams" int, "isDigital" boolean, "categoryIds" text[], version int)
     order by "variantId", version desc
     on conflict (variant_id) do update set
       product_id = excluded.product_id, seller_id = excluded.seller_id, product_name = excluded.product_name, variant_name = excluded.variant_name,
       sku = excluded.sku, price_minor_units = excluded.price_minor_units, currency_code = excluded.currency_code, other_prices = excluded.other_prices,
       weight_grams = excluded.weight_grams, is_digital = excluded.is_digital, category_ids = excluded.category_ids,
       version = excluded.version, is_listed = true
     where listed_variant.version < excluded.version`,
    [JSON.stringify(rows)],
  );
}

/** A variant can no longer be bought. */
export async function delistVariant(tx: EntityManager, { variantId, version }: DataOf<typeof VariantDelisted>): Promise<void> {
  await query(tx, 'update listed_variant set is_listed = false, version = $2 where variant_id = $1 and version <= $2', [
    variantId,
    version,
  ]);
}
