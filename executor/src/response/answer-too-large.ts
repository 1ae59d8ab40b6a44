/** Ends the writing of a response that has grown beyond what it may hold. */
export class AnswerTooLarge extends Error {
  /** What was counted when it ended. */
  readonly bytes: number;

  constructor(bytes: number) {
    super('The answer is too large.');
    this.bytes = bytes;
  }
}
