import type { Page, Place, Record } from './records.ts';

/** Most records that wait for a subscriber in memory; the others wait in the table. */
const MAX_GIVEN = 1_000;

interface Known extends Place {
  next: number;
  /** Where the partition ends as far as is known; infinite where somebody has to look. */
  end: number;
}

/** Where one subscriber stands in each of its partitions, and the records that it has got and not taken yet. */
export class Places {
  readonly #wake: () => void;
  readonly #places = new Map<number, Known>();
  #records: Record[] = [];

  /** `wake` is called when there may be records to take or to read. */
  constructor(wake: () => void) {
    this.#wake = wake;
  }

  get partitionIds(): number[] {
    return [...this.#places.keys()];
  }

  get isBehind(): boolean {
    return [...this.#places.values()].some(({ next, end }) => next < end);
  }

  has(partitionId: number): boolean {
    return this.#places.has(partitionId);
  }

  enter(partitionId: number, next: number): void {
    this.#places.set(partitionId, { partitionId, next, end: Infinity });
  }

  leave(partitionId: number): void {
    this.#places.delete(partitionId);
    this.#records = this.#records.filter((record) => record.partitionId !== partitionId);
  }

  leaveAll(): void {
    this.#places.clear();
    this.#records = [];
  }

  /** What is known of the ends may be wrong. */
  look(): void {
    for (const place of this.#places.values()) place.end = Infinity;
    this.#wake();
  }

  /** The partition has records up to `end`. */
  grown(partitionId: number, end: number): void {
    const place = this.#places.get(partitionId);
    if (!place) return;
    place.end = Math.max(place.end, end);
    if (place.next < place.end) this.#wake();
  }

  /** Records that were just appended, which need not be read where the subscriber has all before them. */
  give(records: readonly Record[]): void {
    let isAny = false;
    for (const record of records) {
      const place = this.#places.get(record.partitionId);
      if (!place || record.offset < place.next) continue;
      isAny = true;
      if (record.offset === place.next && this.#records.length < MAX_GIVEN) this.#add(place, record);
      place.end = Math.max(place.end, record.offset + 1);
    }
    if (isAny) this.#wake();
  }

  take(): Record[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  /** Where to read on, in the partitions that hold more; until it has been read, the subscriber counts as having it all. */
  ask(): Place[] {
    const behind = [...this.#places.values()].filter(({ next, end }) => next < end);
    return behind.map((place) => {
      place.end = place.next;
      return { ...place };
    });
  }

  /** What was read at one of these places. */
  answer({ partitionId }: Place, { records, isAll }: Page): void {
    const place = this.#places.get(partitionId);
    if (!place) return;
    for (const record of records) if (record.offset >= place.next) this.#add(place, record);
    if (!isAll) place.end = Infinity;
  }

  #add(place: Known, record: Record): void {
    this.#records.push(record);
    place.next = record.offset + 1;
  }
}
