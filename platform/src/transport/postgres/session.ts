import type { Client, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { Logger } from '../../observe/logging.ts';
import type { Commits } from '../commits.ts';
import type { Asking } from './asking.ts';
import { commitsOf, type GroupOffset } from './ownership.ts';
import type { Places } from './places.ts';
import { Reading } from './reading.ts';
import type { Record } from './records.ts';

/** What all subscribers of this process do with one connection to the bus; their statements take turns. */
export class Session implements Asking {
  readonly #client: Client;
  readonly reading: Reading;
  readonly commits: Commits<GroupOffset>;
  readonly #onLost: () => void;
  #isLost = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: Client, log: Logger, onLost: () => void) {
    this.#client = client;
    this.reading = new Reading(this);
    this.commits = commitsOf(this, log);
    this.#onLost = onLost;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  query<Row extends QueryResultRow>(statement: string | QueryConfig, values: readonly unknown[] = []): Promise<QueryResult<Row>> {
    const asked = this.#last.then(() =>
      typeof statement === 'string' ? this.#client.query<Row>(statement, [...values]) : this.#client.query<Row>(statement),
    );
    this.#last = asked.catch(() => {});
    return asked;
  }

  /** What was owned with it may be another's from now on. */
  lose(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.commits.forget();
    void this.commits.stop();
    this.#onLost();
  }

  /** Asks something of it; when that fails, the session is given up, for nobody knows what became of it. */
  async use<T>(ask: () => Promise<T>): Promise<T> {
    try {
      if (this.#isLost) throw new Error('The session at the bus was lost.');
      return await ask();
    } catch (error) {
      this.lose();
      throw error;
    }
  }
}

/** What a subscriber has got, and first what it has not. */
export async function nextRecords(session: Session, places: Places): Promise<Record[]> {
  return session.use(async () => {
    if (places.isBehind) await session.reading.read(places);
    return places.take();
  });
}
