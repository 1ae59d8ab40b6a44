import { type Problem, refuseAll } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { CatalogCode } from '../../codes.ts';
import type { NewOption, OptionNames, OptionValue } from '../model/product-option.ts';
import { sentences } from '../variant-sentences.ts';

/** An option as its seller wrote it. */
export interface WrittenOption {
  readonly name: string;
  readonly names?: OptionNames | null | undefined;
  readonly values: readonly WrittenValue[];
}

export interface WrittenValue {
  /** That of a value which is there; null or absent for a new one. */
  readonly id?: string | null | undefined;
  readonly name: string;
  readonly names?: OptionNames | null | undefined;
  readonly colour?: string | null | undefined;
}

/**
 * Options as their seller wrote them.
 * @throws ALREADY_EXISTS for two of one name, NOT_FOUND for a value that is said to be there.
 */
export function newOptions(given: readonly WrittenOption[], fieldOf: (index: number) => readonly string[]): NewOption[] {
  const names = new Set<string>();
  const problems = given.flatMap(({ name, values }, index): Problem<CatalogCode>[] => {
    const isTwice = names.has(name);
    names.add(name);
    return [
      ...(isTwice ? [{ code: 'ALREADY_EXISTS', message: sentences.optionTwice, field: [...fieldOf(index), 'name'] } as const] : []),
      ...values.flatMap(({ id }, at): Problem[] =>
        id == null
          ? []
          : [{ code: 'NOT_FOUND', message: sentences.noSuchValue(name), field: [...fieldOf(index), 'values', String(at), 'id'] }],
      ),
    ];
  });
  refuseAll<CatalogCode>(problems);
  return given.map(({ name, names: translations, values }) => ({
    id: newId('opt'),
    name,
    names: translations ?? {},
    values: values.map(newValue),
  }));
}

export function newValue({ name, names, colour }: WrittenValue): OptionValue {
  return { id: newId('opv'), name, names: names ?? {}, colour: colour ?? null };
}
