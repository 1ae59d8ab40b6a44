import { line, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import { isLanguageOfOurs } from '@agora/platform/input/sentence';
import * as z from 'zod';
import { sentences } from './sentences.ts';

const MAX_LANGUAGES = 30;

/** A part of an address that somebody chose. */
export const Slug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, said(sentences.noSlug));

/** A BCP 47 tag of a language that the marketplace speaks. */
export const LanguageOfOurs = z.string().refine(isLanguageOfOurs, said(sentences.noLanguageOfOurs));

const Translation = z.object({
  locale: LanguageOfOurs,
  name: line(200),
  description: text(20_000)
    .nullish()
    .transform((given) => given ?? null),
});

/** What something is called in several languages, the fallback first. */
export function labels(maxLength: number) {
  return z
    .array(z.object({ locale: z.string(), text: line(maxLength) }))
    .max(MAX_LANGUAGES)
    .refine(({ length }) => length > 0, said(sentences.noLanguage))
    .refine((given) => new Set(given.map(({ locale }) => locale)).size === given.length, said(sentences.languageTwice));
}

/** Name and text in several languages, the fallback first. */
export const Translations = z
  .array(Translation)
  .max(MAX_LANGUAGES)
  .refine((given) => new Set(given.map(({ locale }) => locale)).size === given.length, said(sentences.languageTwice))
  .transform(([original, ...others], context) => {
    if (original) return [original, ...others] as const;
    context.addIssue({ code: 'custom', ...said(sentences.noLanguage) });
    return z.NEVER;
  });

/** `[LocalisedTextInput!]` of the graph → texts by language tag. */
export function localisedTexts(maxLength: number) {
  return z
    .array(z.object({ locale: z.string(), text: line(maxLength) }))
    .max(MAX_LANGUAGES)
    .refine((texts) => new Set(texts.map(({ locale }) => locale)).size === texts.length, said(sentences.languageTwice))
    .transform((texts): Readonly<Record<string, string>> => Object.fromEntries(texts.map(({ locale, text }) => [locale, text])));
}
