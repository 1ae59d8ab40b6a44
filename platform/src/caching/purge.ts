import type { EventType } from '@agora/schema/events/event';

/** Kinds of reads, or one thing of a kind, as in `product/prd_1`. */
export type Changed = readonly string[] | 'everything';

/** What is not right any more once an event of one type has happened. */
export interface Purge {
  readonly type: string;
  /** @throws where the data does not fit. */
  namesOf(data: unknown): Changed;
}

/** Names what an event changed of what is kept. */
export function purges<Data>(event: EventType<Data>, namesOf: (data: Data) => Changed): Purge {
  return { type: event.type, namesOf: (data) => namesOf(event.data.parse(data)) };
}
