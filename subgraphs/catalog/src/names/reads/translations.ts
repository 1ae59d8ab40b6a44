import { languageChain } from '@agora/platform/input/accept-language';

/** The language of originals: a product does not say in which language its seller wrote it. */
const ORIGINAL = 'en';

/** The languages for a text, best first: the one that was asked for, with what it falls back to, else those of the reader. */
export function wantedLanguages(locale: string | null | undefined, languages: readonly string[]): readonly string[] {
  return locale ? languageChain(locale) : languages;
}

/** The translation into the first of these languages that has one; undefined where the original is to be shown. */
export function translated<Texts>(translations: Readonly<Record<string, Texts>>, languages: readonly string[]): Texts | undefined {
  const language = beforeOriginal(languages).find((tag) => Object.hasOwn(translations, tag));
  return language === undefined ? undefined : translations[language];
}

/** SQL by which rows of `table` are sorted by name in these languages; a row without a translation is sorted by its original name. */
export function sortableName(table: string, languages: readonly string[]): string {
  const names = [...beforeOriginal(languages).map((tag) => `${table}.translations -> '${tag}' ->> 'name'`), `${table}.name`];
  return `search.unaccented(coalesce(${names.join(', ')}))`;
}

/** Languages behind that of the original are left out: who reads English before Spanish is shown the English original. */
function beforeOriginal(languages: readonly string[]): readonly string[] {
  const at = languages.indexOf(ORIGINAL);
  return at === -1 ? languages : languages.slice(0, at + 1);
}
