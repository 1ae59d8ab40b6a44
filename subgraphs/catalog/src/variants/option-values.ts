import { present } from '@agora/platform/reading/batch';
import { translated } from '../names/reads/translations.ts';
import type { OptionValue } from '../products/model/product-option.ts';
import type { Context } from '../context.ts';
import type { OptionRow, VariantRow } from './reads/variants.ts';

/** A value with what it is a value of. */
export interface ChosenValue extends OptionValue {
  readonly option: OptionRow;
}

export function valuesOf(option: OptionRow): ChosenValue[] {
  return option.values.map((value) => ({ ...value, option }));
}

/** What a variant has of each option of its product, in their order. */
export async function chosenValues({ productId, optionValueIds }: VariantRow, loaders: Context['loaders']): Promise<ChosenValue[]> {
  if (optionValueIds.length === 0) return [];
  const values = (await loaders.optionsOfProduct.load(productId)).flatMap(valuesOf);
  const byId = new Map(values.map((value) => [value.id, value]));
  return optionValueIds.flatMap((id) => byId.get(id) ?? []);
}

/** `Red / XL`; the product's name where it has no options. */
export async function nameOfVariant(variant: VariantRow, languages: readonly string[], loaders: Context['loaders']): Promise<string> {
  const values = await chosenValues(variant, loaders);
  if (values.length > 0) return values.map((value) => nameIn(value, value.option.locale, languages)).join(' / ');
  const product = await present(loaders.product.load(variant.productId));
  return translated(product, languages)?.name ?? product.name;
}

/** `locale`: the language that its seller wrote it in. */
export function nameIn({ names, name }: Pick<OptionValue, 'names' | 'name'>, locale: string, languages: readonly string[]): string {
  return translated({ locale, translations: names }, languages) ?? name;
}
