import { type Problem, Refusal } from '@agora/platform/errors';
import type { AttributeDefinition, AttributeKind } from '../../attributes/model/attribute-definition.ts';
import { sentences } from '../attribute-sentences.ts';

/** What a seller says of one attribute: the value that fits its kind. */
export interface GivenAttribute {
  readonly key: string;
  readonly text?: string | null | undefined;
  readonly number?: string | null | undefined;
  readonly boolean?: boolean | null | undefined;
  readonly date?: string | null | undefined;
  readonly choices?: readonly string[] | null | undefined;
}

export type Tellable = Pick<AttributeDefinition, 'id' | 'key' | 'kind' | 'choices'>;

/** A row of what a product tells; one of its columns is filled. */
export interface ToldValue {
  readonly definitionId: string;
  readonly position: number;
  readonly text: string | null;
  readonly number: string | null;
  readonly boolean: boolean | null;
  readonly day: string | null;
  readonly choice: string | null;
}

/**
 * The values of what is given, as its definitions want them.
 * @throws INVALID with all that does not fit: not among these definitions, twice, of another kind, or what cannot be chosen.
 */
export function fittingValues(given: readonly GivenAttribute[], definitions: readonly Tellable[]): ToldValue[] {
  const byKey = new Map(definitions.map((definition) => [definition.key, definition]));
  const problems: Problem[] = [];
  const values = given.flatMap((one, at) => {
    const found = problemsOf(one, byKey.get(one.key), given.findIndex(({ key }) => key === one.key) !== at);
    problems.push(...found.map(({ field = [], ...problem }) => ({ ...problem, field: ['attributes', String(at), ...field] })));
    const definition = byKey.get(one.key);
    return definition && found.length === 0 ? valuesOf(one, definition) : [];
  });
  const [first, ...others] = problems;
  if (first) throw new Refusal([first, ...others]);
  return values;
}

const VALUE_OF: Readonly<Record<AttributeKind, Exclude<keyof GivenAttribute, 'key'>>> = {
  TEXT: 'text',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
  CHOICE: 'choices',
  CHOICES: 'choices',
};

function problemsOf(given: GivenAttribute, definition: Tellable | undefined, isRepeated: boolean): Problem[] {
  if (!definition) return [{ code: 'INVALID', message: sentences.notAsked, field: ['key'] }];
  if (isRepeated) return [{ code: 'INVALID', message: sentences.toldTwice, field: ['key'] }];
  const { kind, choices } = definition;
  const filled = Object.entries(given).flatMap(([name, value]) => (name === 'key' || value === null || value === undefined ? [] : name));
  const isOther = filled.length !== 1 || filled[0] !== VALUE_OF[kind];
  const chosen = given.choices ?? [];
  if (isOther || (kind === 'CHOICE' && chosen.length !== 1) || (kind === 'CHOICES' && chosen.length === 0))
    return [{ code: 'INVALID', message: sentences.wanted[kind], field: [VALUE_OF[kind]] }];
  const known = new Set(choices.map(({ value }) => value));
  return chosen.flatMap((value, at): Problem[] => {
    if (!known.has(value)) return [{ code: 'INVALID', message: sentences.noSuchChoice, field: ['choices', String(at)] }];
    if (chosen.indexOf(value) !== at) return [{ code: 'INVALID', message: sentences.chosenTwice, field: ['choices', String(at)] }];
    return [];
  });
}

function valuesOf({ text = null, number = null, boolean = null, date = null, choices }: GivenAttribute, { id }: Tellable): ToldValue[] {
  const nothing = { definitionId: id, position: 0, text: null, number: null, boolean: null, day: null, choice: null };
  if (choices) return choices.map((choice, position) => ({ ...nothing, position, choice }));
  return [{ ...nothing, text, number: number && shortest(number), boolean, day: date }];
}

/** `"-007.50"` → `"-7.5"`, as PostgreSQL writes it. */
function shortest(decimal: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(decimal) ?? [];
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return digits === '0' ? '0' : `${sign}${digits}`;
}
