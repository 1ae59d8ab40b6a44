import type { Problem, Refusal } from '@agora/platform/errors';
import type { CatalogCode } from '../../codes.ts';
import type { RowProblem, TellableProblem } from '../format/file-row.ts';
import { shown, type WantedProduct, type WantedVariant } from './wanted-product.ts';

/** The lines that an input was made of, so that a path in it names one of their cells. */
export interface Places {
  readonly wanted: WantedProduct;
  /** Those that stand in the input's list of variants. */
  readonly variants: readonly WantedVariant[];
  /** The columns of the prices of each of these variants, in order. */
  readonly priceColumns: readonly (readonly string[])[];
  /** In the order of the input's list of translations. */
  readonly locales?: readonly string[];
}

const OF_PRODUCT: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  locale: 'locale',
  categorySlug: 'category',
  tags: 'tags',
  taxClass: 'tax_class',
  mediaIds: 'pictures',
};

const OF_VARIANT: Readonly<Record<string, string>> = {
  sku: 'sku',
  barcode: 'barcode',
  weightGrams: 'weight_grams',
  isDigital: 'is_digital',
  isEnabled: 'is_enabled',
  mediaId: 'picture',
  stock: 'stock',
  optionValueIds: 'option1_value',
};

/** What a refusal of an input says of the cells that it was made of. */
export function problemsOf(refusal: Refusal<CatalogCode>, places: Places): RowProblem[] {
  return refusal.problems.map((problem) => {
    // Of who writes a client, and there is none.
    if (!isTellable(problem)) throw refusal;
    return placed(problem, places);
  });
}

function isTellable(problem: Problem<CatalogCode>): problem is TellableProblem {
  return typeof problem.message !== 'string';
}

function placed({ field = [], code, message }: TellableProblem, places: Places): RowProblem {
  const { line, column } = placeOf(field, places);
  return { row: line.row, column, value: column === null ? null : shown(line.cells.get(column)), code, message };
}

/** The path of a cell, for commands that take what is to be said of where. */
export function pathOfCell({ row }: WantedVariant, column: string): string[] {
  return ['cell', String(row), column];
}

function placeOf([head = '', index = '', ...rest]: readonly string[], { wanted, variants, priceColumns, locales = [] }: Places) {
  const [first] = wanted.variants;
  if (!first) throw new Error('A product without lines.');
  if (head === 'cell') return { line: wanted.variants.find(({ row }) => String(row) === index) ?? first, column: rest[0] ?? null };
  const number = Number(index);
  if (head === 'variants') return { line: variants[number] ?? first, column: columnOfVariant(rest, priceColumns[number] ?? []) };
  if (head === 'options') return { line: first, column: `option${number + 1}_${rest[0] === 'name' ? 'name' : 'value'}` };
  if (head === 'attributes') {
    const key = wanted.attributes[number]?.key;
    return { line: first, column: key === undefined ? null : `attribute:${key}` };
  }
  if (head === 'translations') {
    const locale = locales[number];
    return { line: first, column: locale === undefined ? null : `${rest[0] === 'description' ? 'description' : 'name'}:${locale}` };
  }
  return { line: first, column: OF_PRODUCT[head] ?? null };
}

function columnOfVariant([field = '', index = '0', ...rest]: readonly string[], prices: readonly string[]): string | null {
  if (field === 'optionValues') return `option${Number(index) + 1}_value`;
  if (field !== 'prices') return OF_VARIANT[field] ?? null;
  const column = prices[Number(index)] ?? 'price';
  return rest[0] === 'compareAtAmount' ? `compare_at_${column}` : column;
}
