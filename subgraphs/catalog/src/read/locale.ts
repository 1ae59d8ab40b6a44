const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** What says how numbers or days are written, not in which language. */
const EXTENSIONS = /-[A-Za-z0-9]-.*$/;

/** `"es-CO"` → `["es-CO", "es"]`: the languages to try before the original. Nothing for what is no language tag. */
export function localeChain(locale: string | null): readonly string[] {
  const tag = locale?.replace(EXTENSIONS, '') ?? '';
  if (!TAG.test(tag)) return [];
  const parts = tag.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** The translation for a locale; undefined when the original must do. */
export function translated<Texts>(translations: Readonly<Record<string, Texts>>, locale: string | null): Texts | undefined {
  const language = localeChain(locale).find((tag) => Object.hasOwn(translations, tag));
  return language === undefined ? undefined : translations[language];
}

/** SQL for the name of `table` in a locale, as it is sorted: a row without a translation keeps its original name. */
export function sortableName(table: string, locale: string | null): string {
  const names = [...localeChain(locale).map((tag) => `${table}.translations -> '${tag}' ->> 'name'`), `${table}.name`];
  return `search.unaccented(coalesce(${names.join(', ')}))`;
}
