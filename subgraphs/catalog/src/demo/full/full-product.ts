import { DAY_MS } from '@agora/platform/durations';
import { demoId } from '@agora/schema/demo/ids';
import { type Random, randomOf } from '@agora/schema/demo/random';
import { slugOf } from '../../names/model/slug.ts';
import type { NewOption } from '../../products/model/product-option.ts';
import type { ProductDraft } from '../../products/model/product.ts';
import { COLOURS, NAMED, SENTENCES, SERIES, SIZES, TRADES, type Word } from './wares.ts';

const LISTED_WITHIN_DAYS = 730;

type Language = keyof typeof NAMED;

/** How many of ten sellers write in each language. */
const LANGUAGES: readonly { readonly language: Language; readonly share: number }[] = [
  { language: 'es', share: 5 },
  { language: 'en', share: 3 },
  { language: 'pt', share: 2 },
];

/** How many colours and sizes there are of a product, and of how many of ten products. */
const SHAPES: readonly { readonly colours: number; readonly sizes: number; readonly share: number }[] = [
  { colours: 1, sizes: 1, share: 1 },
  { colours: 3, sizes: 1, share: 2 },
  { colours: 1, sizes: 4, share: 4 },
  { colours: 2, sizes: 3, share: 3 },
];

/** What is said of a product, but for its category. */
export interface FullProduct extends Omit<ProductDraft, 'category'> {
  readonly categorySlug: string;
  /** Units of each variant, in their order. */
  readonly stock: readonly number[];
}

/** A believable product with four variants on average, the same for the same number and sellers. */
export function fullProduct(number: number, sellerIds: readonly string[], now: Date): FullProduct {
  const random = randomOf(number);
  const trade = random.one(TRADES);
  const [thing, material, series] = [random.one(trade.things), random.one(trade.materials), random.one(SERIES)];
  const { language } = random.weighed(LANGUAGES, ({ share }) => share);
  const text = (spoken: Language) => ({
    name: NAMED[spoken](thing[spoken], material[spoken], series),
    description: sentences(spoken, material, randomOf(number)),
  });
  const original = text(language);
  const translated: Language = language === 'en' ? 'es' : 'en';
  const id = demoId('prd', `full ${number}`);
  return {
    id,
    slug: `${slugOf(original.name)}-${number}`,
    // A few sell much, most a little.
    sellerId: random.weighed(sellerIds, (seller) => 1 / (1 + sellerIds.indexOf(seller))),
    ...original,
    locale: language,
    translations: random.number(3) === 0 ? { [translated]: text(translated) } : {},
    currencyCode: 'EUR',
    createdAt: new Date(now.getTime() - random.number(LISTED_WITHIN_DAYS * DAY_MS)),
    categorySlug: trade.category,
    ...variantsOf(number, language, trade.medianPrice, random),
  };
}

function sentences(language: Language, material: Word, random: Random): string {
  const told = new Set([random.one(SENTENCES), random.one(SENTENCES), random.one(SENTENCES)]);
  return [...told].map((sentence) => sentence[language].replace('%', material[language])).join(' ');
}

function variantsOf(number: number, language: Language, medianPrice: number, random: Random) {
  const { colours, sizes } = random.weighed(SHAPES, ({ share }) => share);
  const price = Math.max(100, Math.round((medianPrice * (30 + random.number(200))) / 100));
  const options = [
    ...(colours > 1
      ? [
          optionOf(
            number,
            'Colour',
            COLOURS.slice(0, colours).map((colour) => colour[language]),
          ),
        ]
      : []),
    ...(sizes > 1 ? [optionOf(number, 'Size', SIZES.slice(0, sizes))] : []),
  ];
  const combinations = options.reduce<string[][]>(
    (chosen, { values }) => chosen.flatMap((ids) => values.map(({ id }) => [...ids, id])),
    [[]],
  );
  return {
    options,
    variants: combinations.map((optionValueIds, index) => ({
      id: demoId('var', `full ${number} ${index}`),
      sku: `F${number}-${index + 1}`,
      optionValueIds,
      prices: [
        { currencyCode: 'EUR', minorUnits: price + index * 100, compareAtMinorUnits: random.number(10) === 0 ? 2 * price + 1_000 : null },
      ],
      barcode: null,
      weightGrams: 50 + random.number(5_000),
      isDigital: false,
      lowStockThreshold: null,
    })),
    stock: combinations.map(() => Math.max(0, random.number(60) - 10)),
  };
}

function optionOf(number: number, name: string, names: readonly string[]): NewOption {
  const values = names.map((value, index) => ({
    id: demoId('opv', `full ${number} ${name} ${index}`),
    name: value,
    names: {},
    colour: null,
  }));
  return { id: demoId('opt', `full ${number} ${name}`), name, names: {}, values };
}
