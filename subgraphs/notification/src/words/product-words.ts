import type { Obstacle, ObstacleTold } from './vocabulary.ts';

/** What a moderator wrote follows the reason, as it was written. */
export function withMessage(reason: string, message: string | null): string {
  return message === null ? reason : `${reason}\n\n${message}`;
}

/** Everything that is to be mended; what a product does not tell, in one sentence. */
export function reasonsFor(
  problems: readonly ObstacleTold[],
  sentences: Readonly<Record<Exclude<Obstacle, 'ATTRIBUTE_MISSING'>, string>>,
  missing: (names: readonly string[]) => string,
  language: string,
): string {
  const said = problems.flatMap(({ code }) => (code === 'ATTRIBUTE_MISSING' ? [] : [sentences[code]]));
  const untold = problems.flatMap(({ attribute }) => (attribute ? [nameIn(attribute, language)] : []));
  return [...new Set(said), ...(untold.length > 0 ? [missing(untold)] : [])].join(' ');
}

function nameIn({ key, names }: NonNullable<ObstacleTold['attribute']>, language: string): string {
  return (names.find(({ locale }) => locale === language) ?? names[0])?.text ?? key;
}
