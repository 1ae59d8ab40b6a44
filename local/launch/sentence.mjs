/** An end of the launcher that needs no stack: one sentence that says what to do. */
export class Sentence extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
