import type { Problem } from '@agora/platform/errors';
import type { CatalogCode } from '../../codes.ts';
import type { Sentence } from '@agora/platform/input/sentence';

/** A problem that people can mend. */
export type TellableProblem = Extract<Problem<CatalogCode>, { readonly message: Sentence }>;
type ImportErrorCode = TellableProblem['code'];

/** A line of a file with products, as it was read. */
export interface FileRow {
  /** From 1, as a spreadsheet counts. */
  readonly row: number;
  /** By the names of their columns; what is absent was not said. */
  readonly cells: ReadonlyMap<string, string>;
  /** Why it cannot be read. */
  readonly problems: readonly RowProblem[];
}

/** What is wrong with a line, or with one cell of it. */
export interface RowProblem {
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: ImportErrorCode;
  readonly message: Sentence;
}

/** That nothing more can be read of a file. */
export class Unreadable extends Error {
  readonly problems: readonly RowProblem[];

  constructor(problems: readonly RowProblem[]) {
    super(problems[0]?.message.en ?? 'A file cannot be read.');
    this.name = 'Unreadable';
    this.problems = problems;
  }
}

export function unreadable(row: number, message: Sentence, code: ImportErrorCode = 'INVALID'): Unreadable {
  return new Unreadable([{ row, column: null, value: null, code, message }]);
}
