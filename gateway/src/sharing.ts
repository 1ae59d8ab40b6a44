import type { Cancellation } from './cancellation.ts';

/** What may be answered to several who ask the same, and goes on until the last of them has left. */
interface Shared<T> {
  readonly answer: Promise<T>;
  readonly cancellation: Cancellation;
}

/** What is asked while the same is being asked already, and is answered together with it. Only queries: a mutation is never shared. */
export class InFlight<T> {
  readonly #sharing: Sharing;
  readonly #going = new Map<string, Shared<T>>();

  constructor(sharing: Sharing) {
    this.#sharing = sharing;
  }

  /** Under which the same question shares its answer for now. Of its parts only the last may hold a line break. */
  keyOf(asker: string, question: string): string {
    return `${this.#sharing.generation}\n${asker}\n${question}`;
  }

  /** What has been begun under this key and is not over, for which one more waits then; undefined also where nothing is shared. */
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
