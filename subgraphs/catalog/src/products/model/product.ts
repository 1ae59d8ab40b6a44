import { isDeepStrictEqual } from 'node:util';
import { newRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { Collection, defineEntity, type Opt, p, raw } from '@mikro-orm/postgresql';
import { Category } from '../../categories/model/category.ts';
import { rangesOf } from './price.ts';
import { type NewOption, ProductOption } from './product-option.ts';
import { ProductPrice } from './product-price.ts';
import { type NewVariant, ProductVariant } from './product-variant.ts';

/** Most variants of a product. */
export const MAX_VARIANTS = 50;

export const PRODUCT_STATUSES = ['DRAFT', 'PUBLISHED', 'ARCHIVED'] as const;

/** Which rate of tax things have. */
export const TAX_CLASSES = ['STANDARD', 'REDUCED', 'SUPER_REDUCED', 'ZERO', 'EXEMPT'] as const;
export type TaxClass = (typeof TAX_CLASSES)[number];

export const MODERATION_REASONS = [
  'SPAM',
  'OFFENSIVE',
  'ILLEGAL',
  'COUNTERFEIT',
  'MISLEADING',
  'PERSONAL_DATA',
  'CONFLICT_OF_INTEREST',
  'OTHER',
] as const;

/** Why moderators take a product off sale; its seller reads both. */
export interface Takedown {
  readonly reason: (typeof MODERATION_REASONS)[number];
  readonly message: string | null;
}

/** When a product goes on sale by itself, and off it; null where it does not. */
export interface Schedule {
  readonly publishAt: Date | null;
  readonly unpublishAt: Date | null;
}

export const NOT_SCHEDULED: Schedule = { publishAt: null, unpublishAt: null };

/** Most languages of a product, that which it was written in included. */
export const MAX_LANGUAGES = 30;

export interface ProductTexts {
  readonly name: string;
  /** Null where the original one is to be read. */
  readonly description: string | null;
}

/** Texts in other languages, by language tag. */
export type ProductTranslations = Readonly<Record<string, ProductTexts>>;

const ProductSchema = defineEntity({
  name: 'Product',
  indexes: [
    { name: 'product_status_created_at_id_index', properties: ['status', 'createdAt', 'id'] },
    { name: 'product_category_id_created_at_id_index', properties: ['category', 'createdAt', 'id'] },
    { name: 'product_tags_index', expression: 'create index product_tags_index on product using gin (tags) with (fastupdate = off)' },
    {
      name: 'product_publish_at_index',
      expression: 'create index product_publish_at_index on product (publish_at) where publish_at is not null',
    },
    {
      name: 'product_unpublish_at_index',
      expression: 'create index product_unpublish_at_index on product (unpublish_at) where unpublish_at is not null',
    },
    {
      name: 'product_rating_score_index',
      expression:
        "create index product_rating_score_index on product (rating_score, id) where status = 'PUBLISHED' and withheld_at is null",
    },
  ],
  checks: [
    { name: 'product_schedule_check', expression: 'unpublish_at > publish_at' },
    { name: 'product_rating_histogram_check', expression: 'cardinality(rating_histogram) = 5 and 0 <= all (rating_histogram)' },
  ],
  properties: {
    ...impersonal({
      id: p.text().primary(),
      slug: p.text().unique(),
      /** The language of name and description: BCP 47. */
      locale: p.text(),
      name: p.text(),
      description: p.text(),
      translations: p.json<ProductTranslations>(),
      status: p.enum(PRODUCT_STATUSES),
      category: () => p.manyToOne(Category),
      /** Its seller's own key words, in small letters. */
      tags: p.array().$type<string[]>(),
      taxClass: p.enum(TAX_CLASSES),
      currencyCode: p.text(),
      /** Lowest and highest price in its own currency. */
      priceFromMinorUnits: p.bigint('number'),
      priceToMinorUnits: p.bigint('number'),
      createdAt: p.datetime(3),
      /** Of the last change of anything but stock. */
      updatedAt: p.datetime(3),
      /** When it last went on sale. */
      publishedAt: p.datetime(3).nullable(),
      /** When it goes on sale by itself; of drafts alone. */
      publishAt: p.datetime(3).nullable(),
      /** When it goes off sale by itself; of what is on sale, or goes on sale by itself. */
      unpublishAt: p.datetime(3).nullable(),
      /** Since when its seller may not sell. */
      withheldAt: p.datetime(3).nullable(),
      takenDownAt: p.datetime(3).nullable(),
      version: p.integer(),
      /** Its approved reviews of 1, 2, 3, 4 and 5 stars, and what they make; the room `reviews` alone changes them. */
      ratingHistogram: p.type('int[]').$type<Opt<number[]>>().default(raw(`'{0,0,0,0,0}'`)),
      ratingAverage: p.double().$type<Opt<number>>().generated('search.rating_average(rating_histogram) stored'),
      ratingScore: p.type('real').$type<Opt<number>>().generated('search.rating_score(rating_histogram) stored'),
    }),
    ...personal('sellerId', {
      sellerId: p.text().index(),
      takedownReason: p.enum(MODERATION_REASONS).nullable(),
      takedownMessage: p.text().nullable(),
    }),
    ...personal('takenDownBy', { takenDownBy: p.text().nullable() }),
    options: () => p.oneToMany(ProductOption).mappedBy('product').orderBy({ position: 'asc' }).orphanRemoval(),
    variants: () => p.oneToMany(ProductVariant).mappedBy('product').orderBy({ position: 'asc', id: 'asc' }).orphanRemoval(),
    priceRanges: () => p.oneToMany(ProductPrice).mappedBy('product').orphanRemoval(),
  },
});

/** What its seller says of a product, whatever its variants are. */
export interface ProductFacts {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly category: Category;
  readonly tags: readonly string[];
  readonly taxClass: TaxClass;
}

export interface ProductDraft {
  readonly id: string;
  readonly slug: string;
  readonly sellerId: string;
  readonly locale: string;
  readonly name: string;
  readonly description: string;
  readonly translations?: ProductTranslations;
  readonly tags?: readonly string[];
  readonly taxClass?: TaxClass;
  readonly category: Category;
  readonly currencyCode: string;
  readonly createdAt: Date;
  readonly options: readonly NewOption[];
  /** At least one. */
  readonly variants: readonly NewVariant[];
}

/** A product and its variants, which all have a price in its own currency. */
export class Product extends ProductSchema.class {
  override options = new Collection<ProductOption>(this);
  override variants = new Collection<ProductVariant>(this);
  override priceRanges = new Collection<ProductPrice>(this);

  static draft({ options, variants, tags = [], ...given }: ProductDraft): Product {
    const product = newRow(Product, {
      translations: {},
      taxClass: 'STANDARD',
      ...given,
      tags: [...tags],
      status: 'DRAFT',
      updatedAt: given.createdAt,
      version: 1,
      priceFromMinorUnits: 0,
      priceToMinorUnits: 0,
      publishedAt: null,
      publishAt: null,
      unpublishAt: null,
      withheldAt: null,
      takenDownAt: null,
      takenDownBy: null,
      takedownReason: null,
      takedownMessage: null,
    });
    product.options.add(options.map((option, position) => ProductOption.of(product, position, option)));
    product.variants.add(variants.map((variant, position) => ProductVariant.of(product, position, variant, given.createdAt)));
    product.reprice();
    return product;
  }

  /** Whether anything differs from before, or something beside did; what is absent stays. */
  describe(given: Partial<ProductFacts>, at: Date, isOtherwiseChanged = false): boolean {
    const names = Object.keys(given) as (keyof ProductFacts)[];
    const isSame = names.every((name) => given[name] === undefined || isDeepStrictEqual(given[name], this[name]));
    if (isSame && !isOtherwiseChanged) return false;
    Object.assign(this, given);
    this.changed(at);
    return true;
  }

  /** Whether anything differs from before. */
  translate(translations: ProductTranslations, at: Date): boolean {
    if (isDeepStrictEqual(translations, this.translations)) return false;
    this.translations = translations;
    this.changed(at);
    return true;
  }

  /**
   * Puts it on sale; false when it is no draft, and while moderators keep it off. Its variants are loaded: whoever has heard that they can no longer be bought takes terms
   * for new only with a higher version. `unpublishAt`: when it goes off sale by itself.
   */
  publish(at: Date, unpublishAt: Date | null = null): boolean {
    if (this.status !== 'DRAFT' || this.takenDownAt !== null) return false;
    if (this.publishedAt !== null) renewTerms(this);
    this.status = 'PUBLISHED';
    this.publishedAt = at;
    Object.assign(this, { publishAt: null, unpublishAt } satisfies Schedule);
    this.changed(at);
    return true;
  }

  /** Whether it is another schedule than before. */
  schedule(schedule: Schedule, at: Date): boolean {
    const { publishAt = null, unpublishAt = null } = this;
    if (isDeepStrictEqual({ publishAt, unpublishAt }, schedule)) return false;
    Object.assign(this, schedule);
    this.changed(at);
    return true;
  }

  /** Off sale, back to a draft; false when it is not published. */
  unpublish(at: Date): boolean {
    if (this.status !== 'PUBLISHED') return false;
    leaveSale(this, 'DRAFT', at);
    return true;
  }

  /** Off sale for good; false when it is so already. */
  archive(at: Date): boolean {
    if (this.status === 'ARCHIVED') return false;
    leaveSale(this, 'ARCHIVED', at);
    return true;
  }

  /** A draft again; false when it is not archived. */
  restore(at: Date): boolean {
    if (this.status !== 'ARCHIVED') return false;
    this.status = 'DRAFT';
    this.changed(at);
    return true;
  }

  /** By moderators, off sale, back to a draft that cannot be published; false when it is not published. */
  takeDown({ reason, message }: Takedown, by: string, at: Date): boolean {
    if (this.status !== 'PUBLISHED') return false;
    Object.assign(this, { takenDownAt: at, takenDownBy: by, takedownReason: reason, takedownMessage: message });
    leaveSale(this, 'DRAFT', at);
    return true;
  }

  /** False when it was not taken down. */
  reinstate(at: Date): boolean {
    if (this.takenDownAt === null) return false;
    Object.assign(this, { takenDownAt: null, takenDownBy: null, takedownReason: null, takedownMessage: null });
    this.changed(at);
    return true;
  }

  /** Counts one change of the product or of its variants, of anything but stock. */
  changed(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }

  /** Whether its variants can be bought, as far as there are any left. */
  get isOnSale(): boolean {
    return this.status === 'PUBLISHED' && this.withheldAt === null;
  }

  addVariants(added: readonly NewVariant[], at: Date): ProductVariant[] {
    const variants = added.map((variant, index) => ProductVariant.of(this, this.variants.length + index, variant, at));
    this.variants.add(variants);
    return variants;
  }

  /** Every variant gets the first of its values. */
  addOption(option: NewOption, at: Date): ProductOption {
    const added = ProductOption.of(this, this.options.length, option);
    this.options.add(added);
    for (const variant of this.variants) variant.choose([...variant.optionValueIds, ...option.values.slice(0, 1).map(({ id }) => id)], at);
    return added;
  }

  /** False, and then nothing changed, where two variants would be the same without it. */
  removeOption(option: ProductOption, at: Date): boolean {
    const left = this.variants.map((variant) => ({ variant, valueIds: variant.optionValueIds.filter((id) => !option.has(id)) }));
    if (new Set(left.map(({ valueIds }) => valueIds.join(' '))).size < left.length) return false;
    for (const { variant, valueIds } of left) variant.choose(valueIds, at);
    this.options.remove(option);
    for (const [position, other] of this.options.getItems().entries()) other.position = position;
    return true;
  }

  /** Puts an option to a place among the others, from 0; the values of variants follow. */
  moveOption(option: ProductOption, position: number, at: Date): void {
    const others = this.options.getItems().filter((other) => other !== option);
    const inOrder = others.toSpliced(position, 0, option);
    for (const [index, each] of inOrder.entries()) each.position = index;
    for (const variant of this.variants) {
      variant.choose(
        inOrder.flatMap((each) => variant.optionValueIds.filter((id) => each.has(id))),
        at,
      );
    }
  }

  /** Puts a variant to a place among its others, from 0. */
  move(variant: ProductVariant, position: number): void {
    const others = this.variants.getItems().filter((other) => other !== variant);
    const inOrder = others.toSorted((one, other) => one.position - other.position).toSpliced(position, 0, variant);
    for (const [index, each] of inOrder.entries()) each.position = index;
  }

  /** The values of one of its variants in its seller's words, such as Red / XL; undefined where it has no options. */
  nameOf({ optionValueIds }: ProductVariant): string | undefined {
    const names = new Map(this.options.getItems().flatMap(({ values }) => values.map(({ id, name }) => [id, name])));
    return optionValueIds.length === 0 ? undefined : optionValueIds.map((id) => names.get(id)).join(' / ');
  }

  /** Follows the prices of its enabled variants; of all, where none is enabled. */
  reprice(): void {
    const variants = this.variants.getItems();
    const enabled = variants.filter(({ isEnabled }) => isEnabled);
    const ranges = rangesOf((enabled.length > 0 ? enabled : variants).map(({ prices }) => prices));
    for (const { currencyCode, fromMinorUnits, toMinorUnits } of ranges) {
      if (currencyCode !== this.currencyCode) continue;
      this.priceFromMinorUnits = fromMinorUnits;
      this.priceToMinorUnits = toMinorUnits;
    }
    const known = new Map(this.priceRanges.map((row) => [row.currencyCode, row]));
    for (const range of ranges) {
      const row = known.get(range.currencyCode);
      if (row) Object.assign(row, range);
      else this.priceRanges.add(ProductPrice.of(this, range));
      known.delete(range.currencyCode);
    }
    for (const row of known.values()) this.priceRanges.remove(row);
  }

  withhold(at: Date): void {
    this.withheldAt = at;
  }

  returnToSale(): void {
    this.withheldAt = null;
    renewTerms(this);
  }
}
ProductSchema.setClass(Product);

/** What is not on sale needs not be withheld, and has nothing to be taken off at an instant. */
function leaveSale(product: Product, status: 'DRAFT' | 'ARCHIVED', at: Date): void {
  product.status = status;
  product.withheldAt = null;
  Object.assign(product, NOT_SCHEDULED);
  product.changed(at);
}

function renewTerms(product: Product): void {
  for (const variant of product.variants) variant.listAgain();
}
