import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { Refusal } from '../src/errors.ts';
import { checked, line, name, term, text } from '../src/input/input.ts';

const kept = (schema: z.ZodType<string>, given: string) => checked(schema, given);
const refusal = (schema: z.ZodType<string>, given: unknown): string | null => {
  try {
    checked(schema, given);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`;
    throw error;
  }
};

const FAMILY = '👩\u200d👩\u200d👧';
const ENGLAND = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';

describe.each<[string, (max: number) => z.ZodType<string>]>([
  ['a line', line],
  ['a name', name],
  ['a text', text],
])('%s', (_what, word) => {
  test.each([
    ['an emoji', '🎉'],
    ['a family', FAMILY],
    ['a flag made of tags', ENGLAND],
    ['a flag made of letters', '🇨🇴'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['Hindi with joiners', 'क्\u200dष क्\u200cष'],
    ['Arabic with its mark', 'مرحبا\u061c!'],
    ['Hebrew with a foreign word in an isolate', 'ספר \u2066GraphQL\u2069 חדש'],
    ['nested isolates', 'a\u2067b\u2068c\u2069d\u2069e'],
    ['a number as telephones copy it', '\u202a+57 300 123 4567\u202c'],
    ['a soft hyphen in a word', 'Donau\u00addampf'],
    ['Korean', '한국어'],
    ['Thai, whose marks stack', 'ที่นี่'],
    ['a character of a plane that is rare', '𠮷野家'],
    ['markup', '<b>&amp;</b> \\ " \' $1'],
  ])('may be %s', (_name, honest) => {
    expect(kept(word(200), honest)).toBe(honest.normalize('NFC'));
  });

  test.each([
    ['nothing', '', 'This must not be empty.'],
    ['blanks', ' \u00a0\u3000\t\n', 'This must not be empty.'],
    ['a zero-width space', '\u200b', 'This needs a character that can be seen.'],
    ['a joiner', '\u200d', 'This needs a character that can be seen.'],
    ['a soft hyphen', '\u00ad', 'This needs a character that can be seen.'],
    ['a Hangul filler', '\u3164', 'This needs a character that can be seen.'],
    ['a halfwidth filler', '\uffa0', 'This needs a character that can be seen.'],
    ['Braille without dots', '\u2800', 'This needs a character that can be seen.'],
    ['a mark that stands on nothing', '\u0301', 'This needs a character that can be seen.'],
    ['a variation selector', '\ufe0f', 'This needs a character that can be seen.'],
    ['tags', '\u{e0061}\u{e0062}', 'This needs a character that can be seen.'],
    ['an empty isolate', '\u2067\u2069', 'This needs a character that can be seen.'],
    ['NUL', 'a\0b', 'This must not hold control characters.'],
    ['a bell', 'a\u0007', 'This must not hold control characters.'],
    ['an escape sequence', 'a\u001b[31mb', 'This must not hold control characters.'],
    ['a control of C1', 'a\u009bb', 'This must not hold control characters.'],
    ['delete', 'a\u007fb', 'This must not hold control characters.'],
    ['a noncharacter', 'a\ufffe', 'This must not hold control characters.'],
    ['a right-to-left override', 'gnp.\u202eexe', 'This must not override the direction of its characters.'],
    ['a left-to-right override', '\u202da\u202c', 'This must not override the direction of its characters.'],
    ['an isolate left open', 'a\u2067b', 'This must not turn the direction of what comes after it.'],
    ['an embedding left open', 'a\u202bb', 'This must not turn the direction of what comes after it.'],
    ['a close of nothing', 'a\u2069b', 'This must not turn the direction of what comes after it.'],
    ['closes that are crossed', '\u202b\u2067a\u202c\u2069', 'This must not turn the direction of what comes after it.'],
    ['the first half of a character', 'a\ud83d', 'This holds half of a character.'],
    ['the second half of a character', '\ude00a', 'This holds half of a character.'],
  ])('must not be %s', (_name, given, sentence) => {
    expect(refusal(word(200), given)).toBe(`INVALID: ${sentence}`);
  });

  test('is counted in characters, not in halves of them, and after it was composed', () => {
    expect(kept(word(10), '😀'.repeat(10))).toBe('😀'.repeat(10));
    expect(refusal(word(10), '😀'.repeat(11))).toBe('INVALID: This must not be longer than 10 characters.');
    expect(kept(word(10), 'e\u0301'.repeat(10))).toBe('é'.repeat(10));
    expect(refusal(word(10), 'x'.repeat(1_000_000))).toBe('INVALID: This must not be longer than 10 characters.');
    expect(kept(word(3), `  \n abc  \n`)).toBe('abc');
  });
});

test('a line and a name are on one line, a text may have several, which end alike', () => {
  for (const given of ['a\nb', 'a\r\nb', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\vb', 'a\fb'])
    for (const word of [line, name]) expect(refusal(word(10), given)).toBe('INVALID: This must be on one line.');
  expect(kept(text(100), 'a\r\nb\rc\u2028d\u2029e\u0085f\n\tg')).toBe('a\nb\nc\nd\ne\nf\n\tg');
  expect(refusal(text(100), '\u2067a\nb\u2069')).not.toBeNull();
  expect(refusal(line(100), 'a\tb')).toBe('INVALID: This must not hold control characters.');
});

test('in a name, blanks of every width are one; in a line they stay', () => {
  expect(kept(name(100), 'Lucía\u00a0\u2003  Gómez')).toBe('Lucía Gómez');
  expect(kept(line(100), 'Lucía\u00a0 Gómez')).toBe('Lucía\u00a0 Gómez');
});

test('a term is what it is, composed like what is stored, as long as PostgreSQL can hold it', () => {
  expect(kept(term(10), ' cafe\u0301 ')).toBe(' café ');
  expect(kept(term(10), '')).toBe('');
  for (const given of ['a\0', '\ud800']) expect(refusal(term(10), given)).toBe('INVALID: This must not hold NUL or half of a character.');
  expect(refusal(term(10), 'x'.repeat(11))).toBe('INVALID: This must not be longer than 10 characters.');
});

test.each([
  ['a number that is too small', z.int().min(0), -1, 'Esto debe ser al menos 0.'],
  ['a number that is too large', z.int().max(9), 10, 'Esto debe ser como máximo 9.'],
  ['a list that is too long', z.array(z.int()).max(1), [1, 2], 'Indica como máximo 1.'],
  ['something that no check has words for', z.enum(['A']), 'B', 'Esto no se puede aceptar.'],
])('%s is refused in every language, though its check says nothing', (_what, schema: z.ZodType<unknown>, given, spanish) => {
  const refused = () => checked(schema, given);
  expect(refused).toThrow(Refusal);
  try {
    refused();
  } catch (error) {
    expect(error).toMatchObject({
      problems: [{ code: 'INVALID', message: { es: spanish, en: expect.any(String), pt: expect.any(String) } }],
    });
  }
});

test('what a name is made of is counted as people count it, in every script, and marks have an end', () => {
  for (const character of ['a', '界', FAMILY, ENGLAND, '🇨🇴', 'ที่', 'क्षि', 'ñ'.normalize('NFD')]) {
    expect(name(80).safeParse(character.repeat(80))).toMatchObject({ success: true });
    expect(name(80).safeParse(character.repeat(81))).toMatchObject({ success: false });
  }
  expect(name(80).safeParse(`a${'\u0321'.repeat(1_000)}`)).toMatchObject({ success: false });
});
