import type { EmailTemplateKey, VariablesOf } from '@agora/schema/emails';

/** What a letter says. Everything is text: it is escaped where it becomes HTML. */
export interface LetterWords {
  readonly subject: string;
  /** Above the letter. */
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What it is about, a line each. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  /** Where the reader is asked to go. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Below what the reader is asked to do. */
  readonly afterwards: readonly string[];
}

/** What a language says in every letter. */
export interface Frame {
  /** Above the address of a button, for those whose program does not show it. */
  readonly buttonFails: string;
  /** Why somebody gets this. */
  readonly footer: string;
}

/** Links into the application, and how the language writes things. */
export interface Voice {
  link(page: Page, token: string): string;
  instant(at: string): string;
  /** Until when the link of the letter works; empty where it has none. */
  readonly linkEndsAt: string;
}

export type Page = '/verify-email' | '/reset-password' | '/confirm-email' | '/sessions';

/** A template in one language. `secrets` are empty where only the subject is wanted. */
export type Said<Key extends EmailTemplateKey> = (
  variables: VariablesOf<Key>,
  secrets: { readonly token?: string | undefined },
  voice: Voice,
) => LetterWords;

/** What was changed about an account, said in a title and a clause; `provider`: who was linked to it. */
export type SecurityChanges = {
  readonly [Change in VariablesOf<'security_changed'>['change']]: (provider: string) => { readonly title: string; readonly says: string };
};

/** A language: every template, and what all of its letters have in common. */
export interface LanguageOfLetters extends Frame {
  readonly letters: { readonly [Key in EmailTemplateKey]: Said<Key> };
}
