import { amountOf } from '@agora/platform/money';
import { boolean, columnsOf, nullable, number, text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AttributeDefinition } from '../attributes/model/attribute-definition.ts';
import { MediaUse } from '../media/model/media-use.ts';
import { ProductAttribute } from '../products/model/product-attribute.ts';
import { ProductOption } from '../products/model/product-option.ts';
import { ProductVariant } from '../products/model/product-variant.ts';
import { Product } from '../products/model/product.ts';
import { VariantPrice } from '../products/model/variant-price.ts';
import { StockLevel } from '../stock/model/stock-level.ts';
import { StockLocation } from '../stock/model/stock-location.ts';
import { listCell } from './format/list-cell.ts';
import type { Cells } from './format/write-rows.ts';
import { COLUMNS, type Family } from './model/columns.ts';

/** A product as a file says it: what is said of it, then each of its variants. */
export interface Sheet {
  readonly id: string;
  readonly currencyCode: string;
  readonly options: readonly OptionOfSheet[];
  readonly cells: Cells;
  readonly variants: readonly VariantOfSheet[];
}

export type OptionOfSheet = Pick<ProductOption, 'id' | 'name' | 'values'>;

export interface VariantOfSheet {
  readonly id: string;
  readonly sku: string;
  readonly cells: Cells;
}

/** Where a seller keeps stock, by what columns call it. */
export interface PlaceNames {
  /** Null for a seller who has none yet. */
  readonly defaultId: string | null;
  /** The name of each other location; its id where several have the same. */
  readonly byId: ReadonlyMap<string, string>;
}

/** The products with these ids as a file says them, in this order; each kind of thing by one statement. */
export async function sheetsOf(em: EntityManager, ids: readonly string[], places: PlaceNames): Promise<Sheet[]> {
  if (ids.length === 0) return [];
  const given = [ids];
  const products = await productsWith(em, given);
  const variants = Map.groupBy(await variantsOf(em, given), ({ productId }) => productId);
  const variantIds = [...variants.values()].flat().map(({ id }) => id);
  const options = Map.groupBy(await optionsOf(em, given), ({ productId }) => productId);
  const told = Map.groupBy(await attributesOf(em, given), ({ productId }) => productId);
  const prices = Map.groupBy(await pricesOf(em, [variantIds]), ({ variantId }) => variantId);
  const levels = Map.groupBy(await levelsOf(em, [variantIds]), ({ variantId }) => variantId);
  const pictures = Map.groupBy(await picturesOf(em, [[...ids, ...variantIds]]), ({ usedBy }) => usedBy);

  const byId = new Map(products.map((product) => [product.id, product]));
  return ids.flatMap((id) => {
    const product = byId.get(id);
    if (!product) return [];
    const ofProduct = options.get(id) ?? [];
    const shown = pictures.get(id) ?? [];
    return {
      id,
      currencyCode: product.currencyCode,
      options: ofProduct,
      cells: productCells(product, ofProduct, told.get(id) ?? [], shown),
      variants: (variants.get(id) ?? []).map((variant) => ({
        id: variant.id,
        sku: variant.sku,
        cells: new Map([
          ...variantCells(variant, product, ofProduct, pictures.get(variant.id) ?? []),
          ...(prices.get(variant.id) ?? []).flatMap(priceCells),
          ...stockCells(levels.get(variant.id) ?? [], places),
        ]),
      })),
    };
  });
}

/** The lines of a product: what is said of it stands in the first. */
export function linesOf({ cells, variants }: Sheet): Cells[] {
  return variants.map((variant, at) => (at === 0 ? new Map([...variant.cells, ...cells]) : variant.cells));
}

/** The columns of a file, in order, with those of which there may be several behind the others. */
export function columnsWith(families: Readonly<Partial<Record<Family, readonly string[]>>>, hasStock: boolean): string[] {
  const fixed = Object.keys(COLUMNS).filter((name) => hasStock || name !== 'stock');
  return [...fixed, ...Object.entries(families).flatMap(([family, names]) => names.map((name) => `${family}:${name}`))];
}

export async function placeNames(em: EntityManager, sellerId: string): Promise<PlaceNames> {
  const locations = await locationsOf(em, [sellerId]);
  const byName = Map.groupBy(locations, ({ name }) => name);
  const others = locations.filter(({ isDefault }) => !isDefault);
  return {
    defaultId: locations.find(({ isDefault }) => isDefault)?.id ?? null,
    byId: new Map(others.map(({ id, name }) => [id, byName.get(name)?.length === 1 ? name : id])),
  };
}

const locationsOf = statement(
  columnsOf(StockLocation, 'id', 'name', 'isDefault'),
  (columns) => `select ${columns} from stock_location where seller_id = $1 and removed_at is null order by created_at, id`,
);

const productsWith = statement(
  {
    ...columnsOf(Product, 'id', 'slug', 'locale', 'name', 'description', 'translations', 'tags', 'taxClass', 'currencyCode'),
    categorySlug: text('category.slug'),
  },
  (columns) => `select ${columns} from product join category on category.id = product.category_id where product.id = any($1::text[])`,
);
type ProductOfSheet = Awaited<ReturnType<typeof productsWith>>[number];

/** Of these products, in order. */
export const optionsOf = statement(
  columnsOf(ProductOption, 'id', 'product', 'name', 'values'),
  (columns) => `select ${columns} from product_option where product_id = any($1::text[]) order by product_option.position`,
);

const variantsOf = statement(
  columnsOf(
    ProductVariant,
    'id',
    'product',
    'sku',
    'optionValueIds',
    'priceMinorUnits',
    'compareAtMinorUnits',
    'barcode',
    'weightGrams',
    'isDigital',
    'isEnabled',
  ),
  (columns) => `select ${columns} from product_variant where product_id = any($1::text[])
    order by product_variant.product_id, product_variant.position, product_variant.id`,
);
type VariantRow = Awaited<ReturnType<typeof variantsOf>>[number];

const pricesOf = statement(
  columnsOf(VariantPrice),
  (columns) => `select ${columns} from variant_price where variant_id = any($1::text[]) order by variant_price.currency_code`,
);

const attributesOf = statement(
  {
    ...columnsOf(ProductAttribute, 'product', 'text', 'choice'),
    ...columnsOf(AttributeDefinition, 'key'),
    number: nullable(text('trim_scale(product_attribute.number)')),
    boolean: nullable(boolean('product_attribute.boolean')),
    day: nullable(text('product_attribute.day')),
  },
  (
    columns,
  ) => `select ${columns} from product_attribute join attribute_definition on attribute_definition.id = product_attribute.definition_id
    where product_attribute.product_id = any($1::text[]) order by attribute_definition.key, product_attribute.position`,
);
type Told = Awaited<ReturnType<typeof attributesOf>>[number];

const picturesOf = statement(
  columnsOf(MediaUse, 'usedBy', 'media'),
  (columns) => `select ${columns} from media_use where used_by = any($1::text[]) order by media_use.position`,
);

const levelsOf = statement(
  { ...columnsOf(StockLevel, 'variantId', 'location'), onHand: number('stock_level.on_hand') },
  (columns) => `select ${columns} from stock_level join stock_location on stock_location.id = stock_level.location_id
    where stock_level.variant_id = any($1::text[]) and stock_location.removed_at is null`,
);

function productCells(
  { slug, name, description, translations, locale, categorySlug, tags, taxClass, currencyCode }: ProductOfSheet,
  options: readonly OptionOfSheet[],
  told: readonly Told[],
  pictures: readonly { readonly mediaId: string }[],
): Cells {
  const attributes = [...Map.groupBy(told, ({ key }) => key)].map(([key, values]): [string, string] => [
    `attribute:${key}`,
    toldIn(values),
  ]);
  return new Map([
    ['handle', slug],
    ['name', name],
    ['description', description],
    ['locale', locale],
    ['category', categorySlug],
    ['tags', listCell(tags)],
    ['tax_class', taxClass],
    ['pictures', listCell(pictures.map(({ mediaId }) => mediaId))],
    ...options.map((option, at): [string, string] => [`option${at + 1}_name`, option.name]),
    ['currency', currencyCode],
    ...Object.entries(translations).flatMap(([tag, texts]): [string, string][] => [
      [`name:${tag}`, texts.name],
      [`description:${tag}`, texts.description ?? ''],
    ]),
    ...attributes,
  ]);
}

/** One value, or what was chosen. */
function toldIn(values: readonly Told[]): string {
  const chosen = values.flatMap(({ choice }) => choice ?? []);
  const [value] = values;
  return chosen.length > 0 ? listCell(chosen) : (value?.text ?? value?.number ?? value?.day ?? String(value?.boolean));
}

function variantCells(
  variant: VariantRow,
  { slug, currencyCode }: ProductOfSheet,
  options: readonly OptionOfSheet[],
  pictures: readonly { readonly mediaId: string }[],
): [string, string][] {
  const amount = (minorUnits: number | null) => (minorUnits === null ? '' : amountOf({ minorUnits, currencyCode }));
  return [
    ['handle', slug],
    ['sku', variant.sku],
    ...options.map((option, at): [string, string] => [
      `option${at + 1}_value`,
      option.values.find(({ id }) => id === variant.optionValueIds[at])?.name ?? '',
    ]),
    ['price', amount(variant.priceMinorUnits)],
    ['compare_at_price', amount(variant.compareAtMinorUnits)],
    ['barcode', variant.barcode ?? ''],
    ['weight_grams', variant.weightGrams === null ? '' : String(variant.weightGrams)],
    ['is_digital', String(variant.isDigital)],
    ['is_enabled', String(variant.isEnabled)],
    ['picture', pictures[0]?.mediaId ?? ''],
  ];
}

function priceCells(price: {
  readonly currencyCode: string;
  readonly priceMinorUnits: number;
  readonly compareAtMinorUnits: number | null;
}): [string, string][] {
  const { currencyCode, priceMinorUnits, compareAtMinorUnits } = price;
  const before = compareAtMinorUnits === null ? '' : amountOf({ minorUnits: compareAtMinorUnits, currencyCode });
  return [
    [`price:${currencyCode}`, amountOf({ minorUnits: priceMinorUnits, currencyCode })],
    [`compare_at_price:${currencyCode}`, before],
  ];
}

function stockCells(
  levels: readonly { readonly locationId: string; readonly onHand: number }[],
  { defaultId, byId }: PlaceNames,
): [string, string][] {
  const units = levels.find(({ locationId }) => locationId === defaultId)?.onHand ?? 0;
  return [
    ['stock', String(units)],
    ...levels.flatMap(({ locationId, onHand }): [string, string][] => {
      const name = byId.get(locationId);
      return name === undefined ? [] : [[`stock:${name}`, String(onHand)]];
    }),
  ];
}
