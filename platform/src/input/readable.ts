import type { Sentence } from './sentence.ts';
import { sentences } from './sentences.ts';

/** What no font shows: blanks, marks that stand on nothing, fillers, joiners, tags, selectors, blank symbols. */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}\p{Cs}\u2800\ufff9-\ufffb\u{1d159}]/u;
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
/** Controls and what Unicode promises never to be a character; a new line and a tabulator are text. */
const CONTROL = /[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/u;
const ONE_LINE_CONTROL = /\p{Cc}|\p{Noncharacter_Code_Point}/u;
const OVERRIDE = /[\u202d\u202e]/;
const DIRECTION = /[\u202a-\u202c\u2066-\u2069]/g;

export interface TextRules {
  readonly max: number;
  readonly lines: 'one' | 'several';
  /** Of what there are at most so many; code points where absent. */
  readonly counted?: 'graphemes';
  readonly mayBeEmpty?: boolean;
}

/** Why people could not read a text as it was meant, as a sentence for whoever wrote it; null where they can. */
export function unreadable(text: string, { max, lines, counted, mayBeEmpty = false }: TextRules): Sentence | null {
  if (!text.isWellFormed()) return sentences.halfCharacter;
  if (counted === 'graphemes' ? hasMoreGraphemes(text, max) : isLongerThan(text, max)) return sentences.tooLong(max);
  if (text === '') return mayBeEmpty ? null : sentences.empty;
  if (lines === 'one' && LINE_BREAK.test(text)) return sentences.severalLines;
  if ((lines === 'one' ? ONE_LINE_CONTROL : CONTROL).test(text)) return sentences.controlCharacters;
  if (!VISIBLE.test(text)) return sentences.invisible;
  if (OVERRIDE.test(text)) return sentences.directionOverridden;
  if (!text.split('\n').every(endsAsItBegan)) return sentences.directionLeftOpen;
  return null;
}

/** Whether there are more than `max` characters, which are counted as code points: each emoji without joiners is one. */
export function isLongerThan(text: string, max: number): boolean {
  if (text.length <= max) return false;
  if (text.length > max * 2) return true;
  return Array.from(text).length > max;
}

/** The longest letters of living scripts, and families of emoji with tones of skin, have no more code points. */
const CODE_POINTS_OF_GRAPHEME = 11;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether there are more than `max` of what people take for a character (https://www.unicode.org/reports/tr29/), or marks without end on few. */
function hasMoreGraphemes(text: string, max: number): boolean {
  if (text.length <= max) return false;
  return isLongerThan(text, max * CODE_POINTS_OF_GRAPHEME) || Array.from(graphemes.segment(text)).length > max;
}

const ISOLATES = '\u2066\u2067\u2068';
const POP_EMBEDDING = '\u202c';
const POP_ISOLATE = '\u2069';

/**
 * Whether every embedding and isolate of a line (https://www.unicode.org/reports/tr9/) is closed in it. Closed ones are needed:
 * Hebrew and Arabic have them around foreign words, and telephones put them around numbers. An open one would reorder the sentence
 * that quotes the text.
 */
function endsAsItBegan(line: string): boolean {
  const closers: string[] = [];
  for (const [character] of line.matchAll(DIRECTION)) {
    if (character !== POP_EMBEDDING && character !== POP_ISOLATE) closers.push(ISOLATES.includes(character) ? POP_ISOLATE : POP_EMBEDDING);
    else if (closers.pop() !== character) return false;
  }
  return closers.length === 0;
}
