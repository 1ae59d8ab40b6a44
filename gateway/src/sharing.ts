/** What is asked while the same is being asked already, and is answered together with it. Only queries: a mutation is never shared. */
export class InFlight<T> {
  readonly #sharing: Sharing;
  readonly #going = new Map<string, Promise<T>>();

  constructor(sharing: Sharing) {
    this.#sharing = sharing;
  }

  /** What has been begun under this key and is not over. */
  get(key: string): Promise<T> | undefined {
    return this.#sharing.isOn ? this.#going.get(this.#current(key)) : undefined;
  }

  /** The same, else what `begin` begins. */
  join(key: string, begin: () => Promise<T>): Promise<T> {
    if (!this.#sharing.isOn) return begin();
    const current = this.#current(key);
    const going = this.#going.get(current);
    if (going) return going;
    const begun = begin();
    this.#going.set(current, begun);
    const over = () => this.#going.delete(current);
    begun.then(over, over);
    return begun;
  }

  #current(key: string): string {
    return `${this.#sharing.generation}\n${key}`;
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
