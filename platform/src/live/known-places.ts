/** Most entries whose places are remembered. */
const MAX = 10_000;

/** The places of entries that were read a short while ago, by event and feed: word of those need wake nobody who has them. */
export class KnownPlaces {
  readonly #seqs = new Map<string, number>();

  note(feed: string, eventId: string, seq: number): void {
    const [oldest] = this.#seqs.keys();
    if (oldest !== undefined && this.#seqs.size >= MAX) this.#seqs.delete(oldest);
    this.#seqs.set(nameOf(feed, eventId), seq);
  }

  /** Undefined where it was not read, or long ago. */
  of(feed: string, eventId: string): number | undefined {
    return this.#seqs.get(nameOf(feed, eventId));
  }
}

function nameOf(feed: string, eventId: string): string {
  return `${eventId} ${feed}`;
}
