import type { Stoppable } from '../service/every.ts';

/** An event on its way: attributes of CloudEvents (https://github.com/cloudevents/spec), and its data as JSON text. */
export interface Message {
  /** UUIDv7; the same however often the event is delivered. */
  readonly id: string;
  /** `order.placed.v1` */
  readonly type: string;
  /** `order.events` */
  readonly topic: string;
  /** Messages of one key stay in order. */
  readonly key: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  readonly traceparent: string;
  /** Live feeds that got an entry with this event. */
  readonly feeds: readonly string[];
  /** JSON. */
  readonly data: string;
}

/** The transport works, and will never take one of these messages. */
export class RefusedMessage extends Error {
  override readonly name = 'RefusedMessage';
}

/** How far a consumer group is behind in one topic. */
export interface Lag {
  readonly topic: string;
  readonly messages: number;
}

/** A place in topics: where they begin, an offset in each of their partitions, or an instant (RFC 3339). */
export type Since = 'beginning' | { readonly offset: number } | { readonly time: string };

/** What topics hold from a place on, read apart from every consumer group; each message once, unless it was published twice. */
export interface History extends Stoppable {
  /** False where the bus has dropped some of what came after that place. */
  readonly isWhole: boolean;
  /** Messages that were not read yet, as far as their topics go now. */
  left(): Promise<number>;
  /** Goes on to where the group stands, so that what follows it has not been given, or to where the topics end now; in order per key. */
  read(until: { readonly group: string } | 'end'): AsyncIterable<readonly Message[]>;
}

/**
 * What carries events between services: at least once, in order per key. Outbox, inbox, parking and dead letters stand
 * above it, so they are the same on every transport.
 */
export interface Bus extends Stoppable {
  /** Creates the topics that are not there yet. When it throws, those that can be made are there all the same. */
  ensureTopics(topics: readonly string[]): Promise<void>;
  /**
   * Durable when it resolves; throws `RefusedMessage` when one of them is at fault. Within one call and between calls, messages of
   * one key keep their order.
   */
  publish(messages: readonly Message[]): Promise<void>;
  /**
   * Joins a consumer group, from the oldest message on. A batch is redelivered until `onBatch` resolves; then its
   * offsets are committed. Members share the partitions; a dead member's move on.
   */
  consume(group: string, topics: readonly string[], onBatch: (batch: readonly Message[]) => Promise<void>): Promise<Stoppable>;
  /** Hears every message from now on, in every process that asks; best effort. */
  tail(topics: readonly string[], onMessage: (message: Message) => void): Promise<Stoppable>;
  /** Since an instant: at least what was published from then on. */
  history(topics: readonly string[], since: Since): Promise<History>;
  lag(group: string, topics: readonly string[]): Promise<readonly Lag[]>;
}
