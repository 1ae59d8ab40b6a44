import { isDeepStrictEqual } from 'node:util';
import { newRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { Collection, defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import type { Price } from './price.ts';
import { Product } from './product.ts';
import { VariantPrice } from './variant-price.ts';

export const MAX_SKU_LENGTH = 64;

const ProductVariantSchema = defineEntity({
  name: 'ProductVariant',
  checks: [
    { name: 'product_variant_price_check', expression: 'price_minor_units > 0' },
    { name: 'product_variant_compare_at_check', expression: 'compare_at_minor_units > price_minor_units' },
    { name: 'product_variant_stock_check', expression: 'reserved >= 0 and on_hand >= reserved' },
    { name: 'product_variant_available_check', expression: 'available >= 0 and available <= on_hand - reserved' },
    { name: 'product_variant_low_stock_threshold_check', expression: 'low_stock_threshold >= 0' },
  ],
  uniques: [{ properties: ['sku', 'sellerId'] }],
  indexes: [{ properties: ['sellerId', 'gtin'] }, { properties: ['sellerId', 'sku', 'id'] }],
  properties: {
    ...impersonal({
      id: p.text().primary(),
      product: () => p.manyToOne(Product).updateRule('no action').deleteRule('cascade').index(),
      /** Among the variants of its product. */
      position: p.integer(),
      sku: p.text(),
      /** One of each option of its product, in their order. */
      optionValueIds: p.array().$type<string[]>(),
      /** In its product's own currency. */
      priceMinorUnits: p.bigint('number'),
      compareAtMinorUnits: p.bigint('number').nullable(),
      barcode: p.text().nullable(),
      /** The barcode in its longest form, so that all spellings of one are the same; empty without. */
      gtin: p.text().$type<Opt<string>>().generated("coalesce(lpad(barcode, 14, '0'), '') stored"),
      weightGrams: p.integer().nullable(),
      isDigital: p.boolean(),
      isEnabled: p.boolean(),
      /** What its stock adds up to, which the room `stock` alone changes. */
      onHand: p.integer(),
      reserved: p.integer(),
      /** At locations that orders are filled from. */
      available: p.integer(),
      createdAt: p.datetime(3),
      /** Of the last change of anything but stock. */
      updatedAt: p.datetime(3),
      /** Below how many available units its seller is warned. */
      lowStockThreshold: p.integer().nullable(),
      version: p.integer(),
    }),
    /** The product's, so that a code is unique among the variants of one seller. */
    ...personal('sellerId', { sellerId: p.text() }),
    otherPrices: () => p.oneToMany(VariantPrice).mappedBy('variant').orderBy({ currencyCode: 'asc' }).orphanRemoval(),
  },
});

/** What a seller says of a variant. */
export interface VariantFacts {
  readonly sku: string;
  readonly optionValueIds: readonly string[];
  /** In its product's own currency, and perhaps in others. */
  readonly prices: readonly Price[];
  readonly barcode: string | null;
  readonly weightGrams: number | null;
  readonly isDigital: boolean;
}

export interface NewVariant extends VariantFacts {
  readonly id: string;
  /** True where absent. */
  readonly isEnabled?: boolean;
  /** Below how many available units its seller is warned; null for no warning. */
  readonly lowStockThreshold: number | null;
}

interface OfferedFacts extends VariantFacts {
  readonly isEnabled: boolean;
}

/** What is absent stays. */
export type VariantChanges = { readonly [Name in keyof OfferedFacts]?: OfferedFacts[Name] | undefined };

/** What a buyer puts into a cart. */
export class ProductVariant extends ProductVariantSchema.class {
  override otherPrices = new Collection<VariantPrice>(this);

  static of(product: Product, position: number, given: NewVariant, at: Date): ProductVariant {
    const { id, sku, optionValueIds, prices, barcode, weightGrams, isDigital, lowStockThreshold, isEnabled = true } = given;
    const variant = newRow(ProductVariant, {
      id,
      sku,
      barcode,
      weightGrams,
      isDigital,
      isEnabled,
      product,
      position,
      sellerId: product.sellerId,
      optionValueIds: [...optionValueIds],
      priceMinorUnits: 0,
      compareAtMinorUnits: null,
      onHand: 0,
      reserved: 0,
      available: 0,
      createdAt: at,
      updatedAt: at,
      lowStockThreshold,
      version: 1,
    });
    charge(variant, ownFirst(prices, product.currencyCode));
    return variant;
  }

  /** In its product's own currency first. */
  get prices(): readonly [Price, ...Price[]] {
    const { priceMinorUnits: minorUnits, compareAtMinorUnits, product } = this;
    const others = this.otherPrices.map(({ currencyCode, priceMinorUnits, compareAtMinorUnits: before }) => ({
      currencyCode,
      minorUnits: priceMinorUnits,
      compareAtMinorUnits: before ?? null,
    }));
    const own = { currencyCode: product.currencyCode, minorUnits, compareAtMinorUnits: compareAtMinorUnits ?? null };
    return ownFirst([own, ...others], own.currencyCode);
  }

  /** Whether anything differs from before; whoever has heard of the terms takes the new ones. */
  change(changes: VariantChanges, at: Date): boolean {
    const before = factsOf(this);
    const {
      sku = before.sku,
      optionValueIds = before.optionValueIds,
      barcode = before.barcode,
      weightGrams = before.weightGrams,
    } = changes;
    const { isDigital = before.isDigital, isEnabled = before.isEnabled, prices: wanted = before.prices } = changes;
    const prices = ownFirst(wanted, this.product.currencyCode);
    const given = { sku, optionValueIds: [...optionValueIds], barcode, weightGrams, isDigital, isEnabled };
    if (isDeepStrictEqual(before, { ...given, prices })) return false;
    Object.assign(this, given, { updatedAt: at });
    charge(this, prices);
    this.listAgain();
    return true;
  }

  /** Follows what became of its product's options. */
  choose(optionValueIds: readonly string[], at: Date): void {
    if (isDeepStrictEqual(this.optionValueIds, optionValueIds)) return;
    this.optionValueIds = [...optionValueIds];
    this.updatedAt = at;
  }

  listAgain(): void {
    this.version += 1;
  }
}
ProductVariantSchema.setClass(ProductVariant);

function factsOf(variant: ProductVariant): OfferedFacts {
  const { sku, optionValueIds, prices, barcode, weightGrams, isDigital, isEnabled } = variant;
  return {
    sku,
    optionValueIds: [...optionValueIds],
    prices,
    barcode: barcode ?? null,
    weightGrams: weightGrams ?? null,
    isDigital,
    isEnabled,
  };
}

/** Rows of currencies that stay are changed: a new one of the same key could not be written before the old one is gone. */
function charge(variant: ProductVariant, [own, ...others]: readonly [Price, ...Price[]]): void {
  variant.priceMinorUnits = own.minorUnits;
  variant.compareAtMinorUnits = own.compareAtMinorUnits;
  const known = new Map(variant.otherPrices.map((row) => [row.currencyCode, row]));
  for (const price of others) {
    const row = known.get(price.currencyCode);
    if (row) Object.assign(row, { priceMinorUnits: price.minorUnits, compareAtMinorUnits: price.compareAtMinorUnits });
    else variant.otherPrices.add(VariantPrice.of(variant, price));
    known.delete(price.currencyCode);
  }
  for (const row of known.values()) variant.otherPrices.remove(row);
}

function ownFirst(prices: readonly Price[], currencyCode: string): [Price, ...Price[]] {
  const own = prices.find((price) => price.currencyCode === currencyCode);
  if (!own) throw new TypeError(`A variant without a price in ${currencyCode}.`);
  const others = prices.filter((price) => price !== own);
  return [own, ...others.toSorted((one, other) => (one.currencyCode < other.currencyCode ? -1 : 1))];
}
