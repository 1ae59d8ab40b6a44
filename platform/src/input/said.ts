import * as z from 'zod';
import type { Sentence } from './sentence.ts';
import { sentences } from './sentences.ts';

/** How a check of zod says what is wrong, in every language: for `refine`, and for `addIssue` of a custom issue. */
export function said(sentence: Sentence): { readonly message: string; readonly params: { readonly sentence: Sentence } } {
  return { message: sentence.en, params: { sentence } };
}

const Said = z.object({ sentence: z.object({ en: z.string(), es: z.string(), pt: z.string() }) });

/** The sentence of an issue: that of its check, else a general one for its kind. */
export function sentenceOf(issue: z.core.$ZodIssue): Sentence {
  if (issue.code === 'custom') {
    const { data } = Said.safeParse(issue.params);
    if (data) return data.sentence;
  }
  if (issue.code === 'too_small') return sentences.tooSmall(Number(issue.minimum));
  if (issue.code === 'too_big')
    return issue.origin === 'array' ? sentences.tooMany(Number(issue.maximum)) : sentences.tooBig(Number(issue.maximum));
  return sentences.invalid;
}
