import { languageFor, type Language } from '@agora/platform/input/sentence';
import { EMAILS, type EmailTemplateKey, type VariablesOf } from '@agora/schema/emails';
import { htmlOf, textOf } from './layout.ts';
import { isTag } from '../../words/words.ts';
import type { LanguageOfLetters, LetterWords, Page, Said, Voice } from './words.ts';
import { english } from './words.en.ts';
import { spanish } from './words.es.ts';
import { portuguese } from './words.pt.ts';

const LANGUAGES: Readonly<Record<Language, LanguageOfLetters>> = { en: english, es: spanish, pt: portuguese };

/** What is written into a template, which other services said. */
export interface Filling {
  readonly locale: string;
  readonly variables: unknown;
  readonly secrets: unknown;
  readonly linkEndsAt: Date | null;
}

/** The subject, HTML and text of a mail. `appUrl`: where its links lead. */
export function writeLetter(key: string, filling: Filling, appUrl: string) {
  const language = languageFor([filling.locale]);
  const words = wordsOf(templateOf(key), filling, (page, token) => linkTo(appUrl, page, token));
  const frame = LANGUAGES[language];
  return { language, subject: words.subject, html: htmlOf(words, frame, language), text: textOf(words, frame) };
}

/** A subject holds no secret, so it can be kept. Throws where nobody knows the template, or a variable is missing or of another type. */
export function subjectOf(key: string, locale: string, variables: unknown): string {
  return wordsOf(templateOf(key), { locale, variables, secrets: null, linkEndsAt: null }, () => '').subject;
}

function templateOf(key: string): EmailTemplateKey {
  if (!isTemplate(key)) throw new Error(`There is no template "${key}" of mails.`);
  return key;
}

function isTemplate(key: string): key is EmailTemplateKey {
  return Object.hasOwn(EMAILS, key);
}

function wordsOf<Key extends EmailTemplateKey>(
  key: Key,
  { locale, variables, secrets, linkEndsAt }: Filling,
  link: Voice['link'],
): LetterWords {
  const template = EMAILS[key];
  const filled = unlinked(template.variables.parse(variables)) as VariablesOf<Key>;
  const opened: { token?: string | undefined } = secrets === null ? {} : template.secrets.parse(secrets);
  const say: Said<Key> = LANGUAGES[languageFor([locale])].letters[key];
  const instant = (at: string) => instantIn(locale, at);
  return say(filled, opened, { link, instant, linkEndsAt: linkEndsAt === null ? '' : instant(linkEndsAt.toISOString()) });
}

/** Behind a hash, which no server on the way writes into its log, and no page hands on to the next. */
function linkTo(appUrl: string, page: Page, token: string): string {
  return `${appUrl.replace(/\/$/, '')}${page}${token === '' ? '' : `#token=${token}`}`;
}

/** Anybody may have a mail sent to a stranger, and chooses these words in it: no program makes a link of them. */
function unlinked(variables: Readonly<Record<string, unknown>>): object {
  const said = Object.entries(variables).map(([name, value]) =>
    CHOSEN_BY_ANYBODY.has(name) && typeof value === 'string' ? [name, value.replace(/[.:/@]/g, '$&\u2060')] : [name, value],
  );
  return Object.fromEntries(said);
}

const CHOSEN_BY_ANYBODY: ReadonlySet<string> = new Set(['displayName', 'device']);

function instantIn(locale: string, at: string): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(isTag(locale) ? locale : 'en', format).format(new Date(at))} UTC`;
}
