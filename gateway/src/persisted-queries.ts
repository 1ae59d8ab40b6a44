const MOST_QUERIES = 1_000;
const LONGEST_QUERY = 100_000;

/** The queries that clients sent together with their hash, as a cache of Apollo Server's. The oldest are forgotten first. */
export class PersistedQueries {
  readonly #queries = new Map<string, string>();

  /** The query of a SHA-256 hash; undefined where it has to be sent again. */
  known(hash: string): string | undefined {
    return this.#queries.get(PREFIX + hash);
  }

  async get(key: string): Promise<string | undefined> {
    return this.#queries.get(key);
  }

  async set(key: string, query: string): Promise<void> {
    if (query.length > LONGEST_QUERY) return;
    const [oldest] = this.#queries.keys();
    if (this.#queries.size >= MOST_QUERIES && oldest !== undefined && !this.#queries.has(key)) this.#queries.delete(oldest);
    this.#queries.set(key, query);
  }

  async delete(key: string): Promise<void> {
    this.#queries.delete(key);
  }
}

/** Apollo Server puts it before every hash. */
const PREFIX = 'apq:';
