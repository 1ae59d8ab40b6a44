import { acceptedLanguages } from './accept-language.ts';

/** The languages of the marketplace; people who read none of them get the first. */
const LANGUAGES = ['en', 'es', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Something that people are told, in every language. */
export type Sentence = Readonly<Record<Language, string>>;

/** What of our languages an `Accept-Language` header prefers. */
export function languageIn(acceptLanguage: string | undefined): Language {
  return languageFor(acceptedLanguages(acceptLanguage));
}

/** Whether a BCP 47 tag is of a language that the marketplace speaks: `pt-BR`. */
export function isLanguageOfOurs(tag: string): boolean {
  return ourLanguage(tag) !== undefined;
}

/** The first of these BCP 47 tags that is of a language of ours decides: `['fr', 'pt-BR']` is Portuguese. */
export function languageFor(tags: readonly string[]): Language {
  return tags.flatMap((tag) => ourLanguage(tag) ?? [])[0] ?? LANGUAGES[0];
}

function ourLanguage(tag: string): Language | undefined {
  const language = tag.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((ours) => ours === language);
}
