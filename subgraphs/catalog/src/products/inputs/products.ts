import { line, term, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import type { Money } from '@agora/platform/money';
import * as z from 'zod';
import { LanguageOfOurs, Slug } from '../../names/inputs.ts';
import { MAX_OPTIONS } from '../model/product-option.ts';
import { MAX_VARIANTS, TAX_CLASSES } from '../model/product.ts';
import { sentences as productSentences } from '../sentences.ts';
import { sentences } from '../variant-sentences.ts';
import { ProductAttributes } from './attributes.ts';
import { NewVariantInput, OptionInput, PriceInput, Sku, Stock } from './variants.ts';

const MAX_TAGS = 20;
const MAX_RELATED = 24;

/** Key words; what differs in capitals alone is the same. */
const Tags = z
  .array(line(40).transform((tag) => tag.toLowerCase()))
  .max(MAX_TAGS)
  .refine((tags) => new Set(tags).size === tags.length, said(productSentences.tagTwice));

const Facts = z.object({
  name: line(200),
  description: text(20_000),
  categorySlug: term(100),
  attributes: ProductAttributes.nullish(),
});

/** Its variants are given one by one, or by a code, a price and a stock for each combination that its options give. */
export const ProductCreateInput = Facts.extend({
  locale: LanguageOfOurs.nullish(),
  tags: Tags.nullish().transform((tags) => tags ?? []),
  taxClass: z
    .enum(TAX_CLASSES)
    .nullish()
    .transform((taxClass) => taxClass ?? 'STANDARD'),
  sku: Sku.nullish(),
  price: PriceInput.nullish(),
  stock: Stock,
  mediaIds: z
    .array(z.string())
    .nullish()
    .transform((ids) => ids ?? []),
  options: z.array(OptionInput).max(MAX_OPTIONS).nullish(),
  variants: z
    .array(NewVariantInput)
    .max(MAX_VARIANTS)
    .refine((variants) => variants.length > 0, said(sentences.noVariant))
    .nullish(),
}).transform(({ sku, price, stock, options, variants, ...facts }, context) => {
  const draft = { ...facts, attributes: facts.attributes ?? [], options: options ?? [], areListed: variants != null };
  if (!variants) return { ...draft, variants: variantsOf(draft.options, { sku, price, stock }, context) };
  for (const [name, isGiven] of Object.entries({ sku: sku != null, price: price != null, stock: stock !== 0 })) {
    if (isGiven) context.addIssue({ code: 'custom', path: [name], ...said(sentences.notWithVariants) });
  }
  return { ...draft, variants };
});

export const ProductUpdateInput = z.object({
  productId: z.string(),
  name: Facts.shape.name.optional(),
  description: Facts.shape.description.optional(),
  slug: Slug.optional(),
  categorySlug: Facts.shape.categorySlug.optional(),
  tags: Tags.nullish(),
  taxClass: z.enum(TAX_CLASSES).nullish(),
  attributes: ProductAttributes.nullish(),
  relatedProductIds: z
    .array(z.string())
    .max(MAX_RELATED)
    .refine((ids) => new Set(ids).size === ids.length, said(productSentences.relatedTwice))
    .nullish(),
  expectedVersion: z.int().nullish(),
});

export const ProductDuplicateInput = z.object({ productId: z.string(), name: Facts.shape.name.nullish() });

interface Alike {
  readonly sku: string | null | undefined;
  readonly price: Money | null | undefined;
  readonly stock: number;
}

/** A variant for each combination of values, with codes that are numbered where there are several. */
function variantsOf(options: readonly OptionInput[], { sku, price, stock }: Alike, context: z.RefinementCtx): NewVariantInput[] {
  if (sku == null) context.addIssue({ code: 'invalid_type', expected: 'string', input: undefined, path: ['sku'] });
  if (price == null) context.addIssue({ code: 'invalid_type', expected: 'object', input: undefined, path: ['price'] });
  if (sku == null || price == null) return z.NEVER;
  const count = options.reduce((product, { values }) => product * values.length, 1);
  const codes = count === 1 ? [sku] : Array.from({ length: Math.min(count, MAX_VARIANTS) }, (_, index) => `${sku}-${index + 1}`);
  if (count > MAX_VARIANTS) context.addIssue({ code: 'custom', path: ['options'], ...said(sentences.tooManyVariants(MAX_VARIANTS)) });
  if (!Sku.safeParse(codes.at(-1)).success) context.addIssue({ code: 'custom', path: ['sku'], ...said(sentences.codesTooLong) });
  if (context.issues.length > 0) return z.NEVER;
  const alike = {
    prices: [{ ...price, compareAtMinorUnits: null }],
    stock,
    stockLocationId: null,
    barcode: null,
    weightGrams: null,
    isDigital: false,
    lowStockThreshold: null,
  };
  const combinations = combinationsOf(options);
  return codes.map((code, index) => ({ ...alike, sku: code, optionValues: combinations[index] ?? [] }));
}

/** Names of values, those of the last option changing first. */
function combinationsOf(options: readonly OptionInput[]): string[][] {
  return options.reduce<string[][]>(
    (begun, { values }) => begun.flatMap((combination) => values.map(({ name }) => [...combination, name])),
    [[]],
  );
}
