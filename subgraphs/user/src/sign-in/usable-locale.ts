/** A language tag of BCP 47 (https://www.rfc-editor.org/rfc/rfc5646), as far as a new account takes one. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
const DEFAULT_LOCALE = 'en';

/** Of the languages of a request, the one in which a new account begins. */
export function usableLocale(languages: readonly string[]): string {
  return languages.find((tag) => LOCALE.test(tag)) ?? DEFAULT_LOCALE;
}
