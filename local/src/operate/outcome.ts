/** What a command found or did, for programs and for people. */
export interface Outcome {
  readonly json: unknown;
  readonly text: string;
  /** Services that did not answer, each with why. */
  readonly away?: readonly string[];
  /** What was compared is not the same. */
  readonly isDifferent?: boolean | undefined;
}

/** Nothing was changed, or found; the message says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
