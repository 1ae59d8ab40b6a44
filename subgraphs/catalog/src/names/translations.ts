import { languageChain } from '@agora/platform/input/accept-language';

/** An original is taken for this, as everything is that says no language. */
const ORIGINAL = 'en';

/** What a field shall be in: what it is asked for in, else what its reader reads. */
export function wantedLanguages(locale: string | null | undefined, languages: readonly string[]): readonly string[] {
  return locale ? languageChain(locale) : languages;
}

/** The translation for the first of these languages that there is; undefined when the original must do. */
export function translated<Texts>(translations: Readonly<Record<string, Texts>>, languages: readonly string[]): Texts | undefined {
  const language = beforeOriginal(languages).find((tag) => Object.hasOwn(translations, tag));
  return language === undefined ? undefined : translations[language];
}

/** SQL for the name of `table` in these languages, as it is sorted: a row without a translation keeps its original name. */
export function sortableName(table: string, languages: readonly string[]): string {
  const names = [...beforeOriginal(languages).map((tag) => `${table}.translations -> '${tag}' ->> 'name'`), `${table}.name`];
  return `search.unaccented(coalesce(${names.join(', ')}))`;
}

/** Whoever reads English before Spanish is not given a Spanish translation of an English text. */
function beforeOriginal(languages: readonly string[]): readonly string[] {
  const at = languages.indexOf(ORIGINAL);
  return at === -1 ? languages : languages.slice(0, at + 1);
}
