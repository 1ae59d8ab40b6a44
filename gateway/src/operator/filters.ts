import { Refusal } from '@agora/platform/errors';

const MAX_SERVICES = 20;
const MAX_LENGTHS: Readonly<Record<string, number>> = {
  services: MAX_SERVICES,
  topics: MAX_SERVICES,
  keys: 50,
  eventNames: 50,
  subjectIds: 50,
  actorIds: 50,
};

/**
 * The services that are asked: all where none is named. An unknown name is refused, so that a misspelt one does not look like an
 * empty list.
 */
export function servicesIn(
  names: readonly string[] | null | undefined,
  known: readonly string[],
  field: readonly string[],
): readonly string[] {
  if (!names) return known;
  refuseLong(names, MAX_SERVICES, field);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Refusal('BAD_USER_INPUT', `There is no such service; there are ${known.join(', ')}.`, field);
  return known.filter((name) => names.includes(name));
}

/** Lists that are longer than the graph says are refused, and texts that no database holds. */
export function checkFilter(filter: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(filter)) {
    const field = ['filter', name];
    if (Array.isArray(value)) refuseLong(value, MAX_LENGTHS[name] ?? 0, field);
    const texts: unknown[] = Array.isArray(value) ? value : [value];
    if (texts.some((text) => typeof text === 'string' && !isStorable(text)))
      throw new Refusal('BAD_USER_INPUT', 'A text must not hold NUL or half of a character.', field);
  }
}

export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function refuseLong(list: readonly unknown[], max: number, field: readonly string[]): void {
  if (list.length > max) throw new Refusal('BAD_USER_INPUT', `Name at most ${max}.`, field);
}
