import * as z from 'zod';
import { type Problem, Refusal } from '../errors.ts';
import { isLongerThan, type TextRules, unreadable } from './readable.ts';
import { said, sentenceOf } from './said.ts';
import { sentences } from './sentences.ts';

/**
 * What a client sent, checked; every problem is refused with the path of its field: as REQUIRED where nothing is there, else as
 * INVALID.
 */
export function checked<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [first, ...rest] = parsed.error.issues.map(problemOf);
  if (!first) throw parsed.error;
  throw new Refusal([first, ...rest]);
}

/** A text on one line that people read, 1 to `max` characters; in NFC, without blanks around it. */
export function line(max: number) {
  return readable((text) => text.trim(), { max, lines: 'one' });
}

/** What somebody is called: a line in which several blanks, of whatever width, are one; its characters are counted as people count them. */
export function name(max: number) {
  return readable((text) => text.trim().replace(BLANKS, ' '), { max, lines: 'one', counted: 'graphemes' });
}

/** A text of several lines that people read, 1 to `max` characters; in NFC, without blanks around it, lines ended by `\n`. */
export function text(max: number) {
  return readable(withoutBlanks, { max, lines: 'several' });
}

/** The same, and it may be empty. */
export function textOrNone(max: number) {
  return readable(withoutBlanks, { max, lines: 'several', mayBeEmpty: true });
}

/** Something to look up or compare with, at most `max` characters: in NFC like what is stored, else as it is. */
export function term(max: number) {
  return z
    .string()
    .refine((given) => !isLongerThan(given, max), { ...said(sentences.tooLong(max)), abort: true })
    .refine((given) => given.isWellFormed() && !given.includes('\0'), said(sentences.nulOrHalfCharacter))
    .transform((given) => given.normalize('NFC'));
}

/** A term that somebody has typed into a search box: without blanks around it. */
export function searchText(max: number) {
  return term(max).transform((typed) => typed.trim());
}

/** Blanks that do not break a line: a line break in a name is refused. */
const BLANKS = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g;

function withoutBlanks(given: string): string {
  return given.trim().replace(LINE_ENDS, '\n');
}

function readable(tidy: (text: string) => string, rules: TextRules) {
  return z
    .string()
    .transform((given) => tidy(given).normalize('NFC'))
    .superRefine((given, context) => {
      const problem = unreadable(given, rules);
      if (problem !== null) context.addIssue({ code: 'custom', ...said(problem) });
    });
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const field = issue.path.map(String);
  const isMissing = issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null);
  return isMissing ? { code: 'REQUIRED', message: sentences.missing, field } : { code: 'INVALID', message: sentenceOf(issue), field };
}
