import type { Cancellation } from './cancellation.ts';

/** What may be answered to several who ask the same, and goes on until the last of them has left. */
interface Shared<T> {
  readonly answer: Promise<T>;
  readonly cancellation: Cancellation;
}

/** Answers a query together with an equal one that is under way; a mutation is never shared. */
export class InFlight<T> {
  readonly #sharing: Sharing;
  readonly #going = new Map<string, Shared<T>>();

  constructor(sharing: Sharing) {
    this.#sharing = sharing;
  }

  /** The key under which equal queries share their answer for now. Of its parts only the last may hold a line break. */
  keyOf(asker: string, question: string): string {
    return `${this.#sharing.generation}\n${asker}\n${question}`;
  }

  /** What is under way for this key, for which the caller waits too from now on; undefined also where nothing is shared. */
  join(key: string): Shared<T> | undefined {
    const shared = this.#going.get(key);
    if (shared === undefined || shared.cancellation.isCancelled) return undefined;
    shared.cancellation.join();
    return shared;
  }

  /** Keeps what has been begun under a key until it is over. */
  share(key: string, begun: Shared<T>): Shared<T> {
    if (!this.#sharing.isOn) return begun;
    this.#going.set(key, begun);
    const over = () => {
      if (this.#going.get(key) === begun) this.#going.delete(key);
    };
    begun.answer.then(over, over);
    return begun;
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
