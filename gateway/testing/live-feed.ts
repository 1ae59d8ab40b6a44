interface Entry<Event> {
  readonly cursor: string;
  readonly event: Event;
}

/** What happened, kept, and followed by any number of readers from any cursor. */
export class LiveFeed<Event> {
  readonly #entries: Entry<Event>[] = [];
  readonly #wake = new Set<() => void>();
  /** Readers at the moment. */
  followers = 0;
  /** Cursors from which readers began, in order. */
  readonly begun: (string | null)[] = [];
  /** Entries that readers took, in all. */
  taken = 0;

  happened(event: Event): void {
    this.#entries.push({ cursor: `c${this.#entries.length + 1}`, event });
    for (const wake of this.#wake) wake();
  }

  follow(after: string | null): AsyncIterableIterator<Entry<Event>> {
    this.begun.push(after);
    this.followers++;
    let position = after === null ? this.#entries.length : Number(after.slice(1));
    let ended = false;
    let wake = () => {};
    const wakeUp = () => wake();
    this.#wake.add(wakeUp);
    return {
      next: async () => {
        while (!ended && position >= this.#entries.length) await new Promise<void>((resolve) => (wake = resolve));
        const entry = this.#entries[position++];
        if (ended || !entry) return { done: true, value: undefined };
        this.taken++;
        return { done: false, value: entry };
      },
      return: async () => {
        if (!ended) this.followers--;
        ended = true;
        this.#wake.delete(wakeUp);
        wake();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
