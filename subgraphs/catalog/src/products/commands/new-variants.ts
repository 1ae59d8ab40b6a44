import { type Problem, refuseAll } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { Sentence } from '@agora/platform/input/sentence';
import type { CatalogCode } from '../../codes.ts';
import type { NewOption } from '../model/product-option.ts';
import type { NewVariant } from '../model/product-variant.ts';
import { sentences } from '../variant-sentences.ts';

/** What a product has already. */
export interface Assortment {
  readonly currencyCode: string;
  readonly options: readonly Pick<NewOption, 'name' | 'values'>[];
  readonly variants: readonly Pick<NewVariant, 'optionValueIds'>[];
}

/** A variant as its seller wrote it. */
export interface WrittenVariant extends Omit<NewVariant, 'id' | 'optionValueIds'>, KeptApart {
  /** Names of values. */
  readonly optionValues: readonly string[];
}

/** What is not in its row. */
interface KeptApart {
  /** Units that are there from the start. */
  readonly stock: number;
  /** Where they are; at the seller's default location where it is null. */
  readonly stockLocationId: string | null;
  /** One of its product's pictures. */
  readonly mediaId?: string | null | undefined;
}

/** Where in the input a problem of one of the variants is. */
export type FieldOf = (index: number, ...path: readonly string[]) => string[];

type Report = (code: CatalogCode | 'INVALID', message: Sentence, ...path: readonly string[]) => void;

/**
 * Variants as their seller wrote them, of a product that has `assortment`.
 * @throws INVALID for a value that is none of its option, CURRENCY_MISMATCH without a price in the product's own currency,
 * ALREADY_EXISTS for the values of another variant, SKU_TAKEN for a code that stands there twice.
 */
export function newVariants(
  given: readonly WrittenVariant[],
  { currencyCode, options, variants }: Assortment,
  fieldOf: FieldOf,
): (NewVariant & KeptApart)[] {
  const combinations = new Set(variants.map(combinationOf));
  const codes = new Set<string>();
  const problems: Problem<CatalogCode>[] = [];
  const made = given.map(({ optionValues, ...facts }, index): NewVariant & KeptApart => {
    const at: Report = (code, message, ...path) => problems.push({ code, message, field: fieldOf(index, ...path) });
    const optionValueIds = valuesOf(optionValues, options, at);
    const combination = combinationOf({ optionValueIds });
    if (optionValueIds.length === options.length && combinations.has(combination))
      at('ALREADY_EXISTS', sentences.sameVariant, 'optionValues');
    if (codes.has(facts.sku)) at('SKU_TAKEN', sentences.skuTaken, 'sku');
    if (!facts.prices.some((price) => price.currencyCode === currencyCode))
      at('CURRENCY_MISMATCH', sentences.noPriceInOwnCurrency(currencyCode), 'prices');
    combinations.add(combination);
    codes.add(facts.sku);
    return { ...facts, id: newId('var'), optionValueIds };
  });
  refuseAll<CatalogCode>(problems);
  return made;
}

/** By which variants of a product differ. */
export function combinationOf({ optionValueIds }: { readonly optionValueIds: readonly string[] }): string {
  return optionValueIds.join(' ');
}

/** The ids of the values that these names stand for. */
function valuesOf(names: readonly string[], options: Assortment['options'], at: Report): string[] {
  if (names.length !== options.length) {
    at('INVALID', sentences.valuePerOption(options.length), 'optionValues');
    return [];
  }
  return options.flatMap(({ name, values }, index) => {
    const value = values.find((one) => one.name === names[index]);
    if (!value) at('INVALID', sentences.noSuchValue(name), 'optionValues', String(index));
    return value ? [value.id] : [];
  });
}
