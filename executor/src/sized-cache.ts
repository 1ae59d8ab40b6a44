interface Entry<Value> {
  readonly key: string;
  readonly value: Value;
  readonly bytes: number;
  /** Since the hand last passed. */
  isUsed: boolean;
  older: Entry<Value> | null;
  newer: Entry<Value> | null;
}

/**
 * A map that holds at most so many bytes, as its user weighs them. What must go is chosen by SIEVE (Zhang and others, NSDI
 * 2024): a hand goes from old to new, spares what was used since it last passed, and takes the first that was not. Values that
 * come once therefore make room for each other, and a flood of them leaves those that are used where they are. A use
 * costs one flag.
 */
export class SizedCache<Value> {
  readonly #maxBytes: number;
  readonly #entries = new Map<string, Entry<Value>>();
  #oldest: Entry<Value> | null = null;
  #newest: Entry<Value> | null = null;
  #hand: Entry<Value> | null = null;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** What would be given up first comes first. */
  keys(): readonly string[] {
    const entries = [...this.#entries.values()];
    return [...entries.filter(({ isUsed }) => !isUsed), ...entries.filter(({ isUsed }) => isUsed)].map(({ key }) => key);
  }

  /** Without counting as a use. */
  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    entry.isUsed = true;
    return entry.value;
  }

  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    if (bytes > this.#maxBytes) return;
    while (this.#bytes + bytes > this.#maxBytes) this.#giveUpOne();
    const entry: Entry<Value> = { key, value, bytes, isUsed: false, older: this.#newest, newer: null };
    if (this.#newest) this.#newest.newer = entry;
    this.#newest = entry;
    this.#oldest ??= entry;
    this.#entries.set(key, entry);
    this.#bytes += bytes;
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry) this.#remove(entry);
  }

  #giveUpOne(): void {
    let entry = this.#hand ?? this.#oldest;
    while (entry?.isUsed) {
      entry.isUsed = false;
      entry = entry.newer ?? this.#oldest;
    }
    if (!entry) return;
    this.#hand = entry;
    this.#remove(entry);
  }

  #remove(entry: Entry<Value>): void {
    if (this.#hand === entry) this.#hand = entry.newer;
    if (entry.older) entry.older.newer = entry.newer;
    else this.#oldest = entry.newer;
    if (entry.newer) entry.newer.older = entry.older;
    else this.#newest = entry.older;
    this.#entries.delete(entry.key);
    this.#bytes -= entry.bytes;
  }
}
