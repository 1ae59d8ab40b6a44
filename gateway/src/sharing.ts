import type { Cancellation } from './cancellation.ts';
import { type Asker, askerKeyOf } from './context.ts';

/** What may be answered to several who ask the same, and goes on until the last of them has left. */
interface Shared<T> {
  readonly answer: Promise<T>;
  readonly cancellation: Cancellation;
}

/** A question of one asker. */
export interface Question {
  readonly asker: string;
  readonly text: string;
}

/** Answers a query together with an equal one that is under way; a mutation is never shared. */
export class InFlight<T> {
  readonly #sharing: Sharing;
  /** By asker, then by text: to put both into one text would cost every request a copy of its body. */
  #going = new Map<string, Map<string, Shared<T>>>();
  #generation = 0;

  constructor(sharing: Sharing) {
    this.#sharing = sharing;
  }

  /** Under what equal queries share their answer; null where nothing is shared. */
  questionOf(asker: Asker, text: string): Question | null {
    return this.#sharing.isOn ? { asker: askerKeyOf(asker), text } : null;
  }

  /** What is under way for this question, for which the caller waits too from now on; undefined also where nothing is shared. */
  join(question: Question | null): Shared<T> | undefined {
    const shared = question === null ? undefined : this.#current().get(question.asker)?.get(question.text);
    if (shared === undefined || shared.cancellation.isCancelled) return undefined;
    shared.cancellation.join();
    return shared;
  }

  /** Keeps what has been begun for a question until it is over. */
  share(question: Question | null, begun: Shared<T>): Shared<T> {
    if (question === null) return begun;
    const { asker, text } = question;
    const going = this.#current();
    const own = going.get(asker) ?? new Map<string, Shared<T>>();
    going.set(asker, own.set(text, begun));
    const over = () => {
      if (own.get(text) !== begun) return;
      own.delete(text);
      if (own.size === 0) going.delete(asker);
    };
    begun.answer.then(over, over);
    return begun;
  }

  /** Of this generation: what was begun in an earlier one goes on for those who wait for it already. */
  #current(): Map<string, Map<string, Shared<T>>> {
    const { generation } = this.#sharing;
    if (generation !== this.#generation) {
      this.#generation = generation;
      this.#going = new Map();
    }
    return this.#going;
  }
}

/**
 * Which answers may be shared. A generation ends with every mutation: whoever asks after a mutation is never answered
 * with what was read before, so everybody reads their own writes.
 */
export class Sharing {
  readonly isOn: boolean;
  #generation = 0;

  constructor(isOn: boolean) {
    this.isOn = isOn;
  }

  get generation(): number {
    return this.#generation;
  }

  /** A subgraph has answered a mutation, or has failed to. */
  mutationEnded(): void {
    this.#generation++;
  }
}
