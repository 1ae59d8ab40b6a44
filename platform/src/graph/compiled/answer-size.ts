import { type ExecutionResult, GraphQLError } from 'graphql';

/** Counts what an answer holds, while it is made: about the characters of its JSON, never more than its bytes. */
export class AnswerSize {
  readonly #max: number;
  #counted = 0;

  constructor(max: number) {
    this.#max = max;
  }

  get counted(): number {
    return this.#counted;
  }

  /** Throws `AnswerTooLarge` when it is more than the answer may hold. */
  add(characters: number): void {
    this.#counted += characters;
    if (this.#counted > this.#max) throw new AnswerTooLarge(this.#counted, this.#max);
  }
}

/** Ends the making of an answer: it is no error of the field at which it happens. */
export class AnswerTooLarge extends GraphQLError {
  constructor(bytes: number, limit: number) {
    super(`The answer is larger than ${limit} bytes. Shorter pages and fewer levels of them make it smaller.`, {
      extensions: { code: 'QUERY_TOO_COSTLY', bytes, limit },
    });
  }
}

const sizes = new WeakMap<ExecutionResult, number>();

export function noteSize(result: ExecutionResult, counted: number): ExecutionResult {
  sizes.set(result, counted);
  return result;
}

/** What was counted of an answer that was made in this process. */
export function sizeOf(result: ExecutionResult): number {
  return sizes.get(result) ?? 0;
}
