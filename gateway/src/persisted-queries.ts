import { SizedCache } from '@agora/executor/sized-cache';

/** A character, and what an entry takes beside its texts. */
const BYTES = { perCharacter: 2, each: 300 };

/** The queries that clients sent together with their hash, as a cache of Apollo Server's; those that are asked for stay. */
export class PersistedQueries {
  readonly #queries: SizedCache<string>;

  constructor(maxBytes: number) {
    this.#queries = new SizedCache(maxBytes);
  }

  get held(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#queries.size, bytes: this.#queries.bytes };
  }

  /** The query of a SHA-256 hash; undefined where it has to be sent again. */
  known(hash: string): string | undefined {
    return this.#queries.get(PREFIX + hash);
  }

  async get(key: string): Promise<string | undefined> {
    return this.#queries.get(key);
  }

  async set(key: string, query: string): Promise<void> {
    this.#queries.set(key, query, BYTES.each + BYTES.perCharacter * (key.length + query.length));
  }

  async delete(key: string): Promise<void> {
    this.#queries.delete(key);
  }
}

/** Apollo Server puts it before every hash. */
const PREFIX = 'apq:';
