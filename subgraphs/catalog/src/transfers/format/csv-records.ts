import { sentences } from '../sentences.ts';
import { unreadable } from './file-row.ts';
import { MAX_COLUMNS, MAX_LINE } from './limits.ts';

const QUOTE = '"';

/**
 * Cuts CSV text into records, chunk by chunk (https://www.rfc-editor.org/rfc/rfc4180). Lines end by CR, LF or both. A quotation mark in the middle of a cell is a
 * letter like others. Time and memory are those of what is read, whatever is in it: no more than one record waits for its end.
 */
export class CsvRecords {
  readonly #separator: string;
  readonly #ends: RegExp;
  #record: string[] = [];
  #cell = '';
  #length = 0;
  #state: 'begun' | 'plain' | 'quoted' | 'quote in quoted' = 'begun';
  #isAfterReturn = false;
  /** Records that were read to their ends. */
  count = 0;

  constructor(separator: string) {
    this.#separator = separator;
    this.#ends = new RegExp(`[${separator === '\t' ? '\\t' : `\\${separator}`}\\r\\n"]`, 'g');
  }

  /** The records that end in this chunk. @throws Unreadable for one that is too long. */
  read(chunk: string): string[][] {
    const records: string[][] = [];
    let at = 0;
    while (at < chunk.length) at = this.#state === 'quoted' ? this.#quoted(chunk, at) : this.#plain(chunk, at, records);
    return records;
  }

  /** What stands behind the last end of a line. @throws Unreadable where a quotation mark was never closed. */
  end(): string[][] {
    if (this.#state === 'quoted') throw unreadable(this.count + 1, sentences.quoteNotClosed);
    if (this.#state === 'begun' && this.#record.length === 0) return [];
    const records: string[][] = [];
    this.#endRecord(records);
    return records;
  }

  /** To the next quotation mark. */
  #quoted(chunk: string, at: number): number {
    const next = chunk.indexOf(QUOTE, at);
    this.#take(chunk, at, next === -1 ? chunk.length : next);
    if (next === -1) return chunk.length;
    this.#state = 'quote in quoted';
    return next + 1;
  }

  /** To the next character that means something. */
  #plain(chunk: string, at: number, records: string[][]): number {
    this.#ends.lastIndex = at;
    const next = this.#ends.exec(chunk)?.index ?? chunk.length;
    if (next > at) {
      this.#take(chunk, at, next);
      this.#state = 'plain';
      this.#isAfterReturn = false;
    }
    if (next < chunk.length) this.#meaning(chunk.charAt(next), records);
    return next + 1;
  }

  #meaning(character: string, records: string[][]): void {
    const isSecondOfTwo = character === '\n' && this.#isAfterReturn;
    this.#isAfterReturn = character === '\r';
    if (isSecondOfTwo) return;
    if (character === this.#separator) return this.#endCell();
    if (character !== QUOTE) return this.#endRecord(records);
    if (this.#state === 'begun') this.#state = 'quoted';
    else {
      this.#take(QUOTE, 0, 1);
      if (this.#state === 'quote in quoted') this.#state = 'quoted';
    }
  }

  #take(chunk: string, from: number, to: number): void {
    this.#cell += chunk.slice(from, to);
    this.#grow(to - from);
  }

  #grow(by: number): void {
    this.#length += by;
    if (this.#length > MAX_LINE) throw unreadable(this.count + 1, sentences.lineTooLong(MAX_LINE));
  }

  #endCell(): void {
    this.#grow(1);
    this.#record.push(this.#cell);
    // Nobody reads a line that has more.
    if (this.#record.length > MAX_COLUMNS) throw unreadable(this.count + 1, sentences.tooManyColumns(MAX_COLUMNS));
    this.#cell = '';
    this.#state = 'begun';
  }

  #endRecord(records: string[][]): void {
    this.#record.push(this.#cell);
    records.push(this.#record);
    this.count += 1;
    this.#record = [];
    this.#cell = '';
    this.#length = 0;
    this.#state = 'begun';
  }
}
