import type { Cancellation } from './cancellation.ts';
import { type Asker, askerKeyOf } from './context.ts';

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

  /** The key under which equal queries share their answer for now; null where nothing is shared. Of its parts only the last may hold a line break. */
  keyOf(asker: Asker, question: string): string | null {
    return this.#sharing.isOn ? `${this.#sharing.generation}\n${askerKeyOf(asker)}\n${question}` : null;
  }

  /** What is under way for this key, for which the caller waits too from now on; undefined also where nothing is shared. */
  join(key: string | null): Shared<T> | undefined {
    const shared = key === null ? undefined : this.#going.get(key);
    if (shared === undefined || shared.cancellation.isCancelled) return undefined;
    shared.cancellation.join();
    return shared;
  }

  /** Keeps what has been begun under a key until it is over. */
  share(key: string | null, begun: Shared<T>): Shared<T> {
    if (key === null) return begun;
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
