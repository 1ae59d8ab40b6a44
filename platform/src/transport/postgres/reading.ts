import type { Places } from './places.ts';
import { type Place, readPages } from './records.ts';
import type { Asking } from './asking.ts';

/** About how many records a statement reads; each partition has a share, and none less than `LEAST_SHARE`. */
const BATCH = 1_000;
const LEAST_SHARE = 20;

/** Reads for all who are behind, by one statement at a time: those at the same place share what is read. */
export class Reading {
  readonly #session: Asking;
  #waiting = new Set<Places>();
  #next: Promise<void> | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(session: Asking) {
    this.#session = session;
  }

  /** Resolves when `places` has got what there is to read for it. */
  read(places: Places): Promise<void> {
    this.#waiting.add(places);
    return (this.#next ??= this.#readNext());
  }

  async #readNext(): Promise<void> {
    await this.#running.catch(() => {});
    const waiting = this.#waiting;
    this.#waiting = new Set();
    this.#next = undefined;
    await (this.#running = this.#readFor(waiting));
  }

  async #readFor(waiting: ReadonlySet<Places>): Promise<void> {
    const asked = [...waiting].flatMap((places) => places.ask().map((place) => ({ places, place })));
    const wanted = [...new Map(asked.map(({ place }) => [nameOf(place), place])).values()];
    if (wanted.length === 0) return;
    const pages = await readPages(this.#session, wanted, Math.max(BATCH, wanted.length * LEAST_SHARE));
    const byName = new Map(wanted.map((place, index) => [nameOf(place), pages[index]]));
    for (const { places, place } of asked) {
      const page = byName.get(nameOf(place));
      if (page) places.answer(place, page);
    }
  }
}

function nameOf({ partitionId, next }: Place): string {
  return `${partitionId} ${next}`;
}
