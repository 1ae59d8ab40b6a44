import { languageChain } from '@agora/platform/input/accept-language';
import type { SkillName } from './model.ts';

/** The languages for a label, best first: the one that was asked for, with what it falls back to, else those of the reader. */
export function wantedLanguages(locale: string | null | undefined, languages: readonly string[]): readonly string[] {
  return locale ? languageChain(locale) : languages;
}

/** The label in the first of these languages that it has, else the fallback. */
export function labelIn(names: readonly SkillName[], languages: readonly string[]): string {
  const found = languages.flatMap((wanted) => names.find(({ locale }) => locale === wanted) ?? [])[0] ?? names[0];
  if (!found) throw new Error('A skill has no name.');
  return found.text;
}
