import { languageChain } from '@agora/platform/input/accept-language';

/** The languages for a text, best first: the one that was asked for, with what it falls back to, else those of the reader. */
export function wantedLanguages(locale: string | null | undefined, languages: readonly string[]): readonly string[] {
  return locale ? languageChain(locale) : languages;
}

/** Texts in the language of `locale`, the original, and in others by tag. */
export interface Translated<Texts> {
  readonly locale: string;
  readonly translations: Readonly<Record<string, Texts>>;
}

/** The first of these languages that something is said in; undefined where it is in none. */
export function languageOf({ locale, translations }: Translated<unknown>, languages: readonly string[]): string | undefined {
  return languages.find((tag) => tag === locale || Object.hasOwn(translations, tag));
}

/** The translation into the first of these languages that there is one for; undefined where the original is to be shown. */
export function translated<Texts>(said: Translated<Texts>, languages: readonly string[]): Texts | undefined {
  const { locale, translations } = said;
  const language = languageOf(said, languages);
  return language === undefined || language === locale ? undefined : translations[language];
}

/**
 * SQL by which rows of `table` are sorted by name in these languages; a row without a translation is sorted by its original name,
 * whose language is `locale` in SQL.
 */
export function sortableName(table: string, locale: string, languages: readonly string[]): string {
  const names = languages.flatMap((tag) => [
    `case when ${locale} = '${tag}' then ${table}.name end`,
    `${table}.translations -> '${tag}' ->> 'name'`,
  ]);
  return `search.unaccented(coalesce(${[...names, `${table}.name`].join(', ')}))`;
}
