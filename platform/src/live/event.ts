/** An entry of a live feed on its way to one reader. */
export interface FeedEvent<Payload> {
  /** Where a reader that comes back goes on, in every feed that is followed. */
  readonly cursor: string;
  readonly feed: string;
  readonly seq: number;
  readonly payload: Payload;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
}
