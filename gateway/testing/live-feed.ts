import type { LiveStream } from '@agora/platform/live/start-cursor';

interface Entry<Event> {
  readonly cursor: string;
  readonly event: Event;
}

/** What happened, kept, and followed by any number of readers from any cursor. */
export class LiveFeed<Event> {
  readonly #entries: Entry<Event>[] = [];
  readonly #wake = new Set<() => void>();
  readonly #end = new Set<() => void>();
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

  /** Ends every reader's stream, as a subgraph does that stops. */
  endAll(): void {
    for (const end of this.#end) end();
  }

  follow(after: string | null): AsyncIterableIterator<Entry<Event>> & LiveStream<Entry<Event>> {
    this.begun.push(after);
    this.followers++;
    let position = after === null ? this.#entries.length : Number(after.slice(1));
    let ended = false;
    let wake = () => {};
    const wakeUp = () => wake();
    const end = () => {
      if (!ended) this.followers--;
      ended = true;
      this.#wake.delete(wakeUp);
      this.#end.delete(end);
      wake();
    };
    this.#wake.add(wakeUp);
    this.#end.add(end);
    return {
      startCursor: `c${position}`,
      next: async () => {
        while (!ended && position >= this.#entries.length) await new Promise<void>((resolve) => (wake = resolve));
        const entry = this.#entries[position++];
        if (ended || !entry) return { done: true, value: undefined };
        this.taken++;
        return { done: false, value: entry };
      },
      return: async () => {
        end();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
