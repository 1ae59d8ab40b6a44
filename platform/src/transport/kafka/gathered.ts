/**
 * Calls `handle` for the partitions of a fetch together: one call at a time, with up to `max` messages, those of each
 * partition in order. What is added while a call runs shares the next one. When a call fails, the promises of all its items reject.
 */
export class Gathered<Item> {
  readonly #handle: (items: Item[]) => Promise<void>;
  readonly #max: number;
  readonly #waiting: Part<Item>[] = [];
  #running: Promise<void> | undefined;

  constructor(handle: (items: Item[]) => Promise<void>, max: number) {
    this.#handle = handle;
    this.#max = max;
  }

  /** Resolves or rejects with the call these items were part of. */
  add(items: readonly Item[]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ items, resolve, reject });
    this.#running ??= this.#run();
    return promise;
  }

  /** Resolves when no call runs. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#call(this.#take());
    this.#running = undefined;
  }

  #take(): Part<Item>[] {
    let [parts, items] = [1, this.#waiting[0]?.items.length ?? 0];
    for (const part of this.#waiting.slice(1)) {
      items += part.items.length;
      if (items > this.#max) break;
      parts++;
    }
    return this.#waiting.splice(0, parts);
  }

  async #call(parts: readonly Part<Item>[]): Promise<void> {
    try {
      await this.#handle(parts.flatMap(({ items }) => items));
      for (const { resolve } of parts) resolve();
    } catch (error) {
      for (const { reject } of parts) reject(error);
    }
  }
}

interface Part<Item> {
  readonly items: readonly Item[];
  resolve(): void;
  reject(error: unknown): void;
}
