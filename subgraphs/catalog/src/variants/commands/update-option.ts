import { transaction } from '@agora/platform/database/database';
import { type Problem, Refusal, refuseAll } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { listAgain } from '../../products/commands/list-again.ts';
import { newValue, type WrittenValue } from '../../products/commands/new-options.ts';
import type { OptionNames, OptionValue, ProductOption } from '../../products/model/product-option.ts';
import type { Product } from '../../products/model/product.ts';
import { sentences } from '../../products/variant-sentences.ts';
import { assortmentChanged, type ChangeAssortment, lockAssortment } from './lock-assortment.ts';
import { optionIn } from './option-in.ts';

/** What is absent stays. */
export interface UpdateOption extends ChangeAssortment {
  readonly optionId: string;
  readonly name?: string | undefined;
  readonly names?: OptionNames | null | undefined;
  /** All of them, in order. */
  readonly values?: readonly WrittenValue[] | undefined;
  /** Its place among the options, from 0. */
  readonly position?: number | undefined;
}

/**
 * Changes an option: its name, its values, its place.
 * @throws what `lockAssortment` says; NOT_FOUND for the option or a value; ALREADY_EXISTS for the name of another option; IN_USE where a value
 * is left out that variants have.
 */
export async function updateOption(em: EntityManager, { optionId, name, names, values, position, ...change }: UpdateOption): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockAssortment(tx, change);
    const option = optionIn(product, optionId);
    if (product.options.getItems().some((other) => other !== option && other.name === name))
      throw new Refusal<CatalogCode>('ALREADY_EXISTS', sentences.optionTwice, ['name']);
    const at = new Date();
    option.name = name ?? option.name;
    if (names !== undefined) option.names = names ?? {};
    if (values) option.values = valuesOf(product, option, values);
    if (position !== undefined) product.moveOption(option, position, at);
    await assortmentChanged(tx, product, at);
    await listAgain(tx, product);
  });
}

function valuesOf(product: Product, option: ProductOption, written: readonly WrittenValue[]): OptionValue[] {
  const left = new Map(option.values.map((value) => [value.id, value]));
  const problems: Problem<CatalogCode>[] = [];
  const values = written.map((value, index) => {
    if (value.id == null) return newValue(value);
    const kept = left.get(value.id);
    left.delete(value.id);
    if (!kept) problems.push({ code: 'NOT_FOUND', message: sentences.noSuchValue(option.name), field: ['values', String(index), 'id'] });
    return changed(kept ?? newValue(value), value);
  });
  const isUsed = product.variants.getItems().some(({ optionValueIds }) => optionValueIds.some((id) => left.has(id)));
  if (isUsed) problems.push({ code: 'IN_USE', message: sentences.valueInUse, field: ['values'] });
  refuseAll<CatalogCode>(problems);
  return values;
}

/** Null clears. */
function changed(value: OptionValue, { name, names, colour }: WrittenValue): OptionValue {
  return { ...value, name, names: names === undefined ? value.names : (names ?? {}), colour: colour === undefined ? value.colour : colour };
}
