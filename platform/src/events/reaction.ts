import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@agora/schema/events/event';
import * as z from 'zod';
import type { Message } from '../transport/bus.ts';
import { flushWithNext } from '../database/database.ts';
import { messageOf } from '../errors.ts';
import { keyOf } from './key-of.ts';
import { traced } from '../observe/trace.ts';

/** What a reaction may want to know of its event. */
export interface About {
  readonly eventId: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
}

/** What a service does because of one type of event. */
export interface Reaction {
  readonly type: string;
  readonly topic: string;
  /** Whether it takes several events at once. */
  readonly takesAll: boolean;
  /** Throws `UnfitEvent` when the data is not what the event's schema says. */
  handle(tx: EntityManager, messages: readonly Message[]): Promise<void>;
}

/** An event whose data does not fit its schema: trying again would not help. */
export class UnfitEvent extends Error {
  override readonly name = 'UnfitEvent';
}

/**
 * Reacts to an event, once in effect however often it is delivered: `handle` runs in the transaction that remembers
 * the event. It runs again after a failure, so what it does outside `tx` may happen twice.
 */
export function on<Data>(event: EventType<Data>, handle: (tx: EntityManager, data: Data, about: About) => Promise<void>): Reaction {
  return {
    type: event.type,
    topic: event.topic,
    takesAll: false,
    async handle(tx, messages) {
      for (const message of messages) await handle(tx, dataOf(event, message), aboutOf(message));
    },
  };
}

/** An event, and what is to be known of it. */
export interface Happened<Data> extends About {
  readonly data: Data;
}

/**
 * Reacts to as many events as came together, in their order, with what `on` promises of each: for projections, where one statement
 * does for 500 events what it does for one. Several of them may be about one key.
 */
export function onAll<Data>(
  event: EventType<Data>,
  handle: (tx: EntityManager, happened: readonly Happened<Data>[]) => Promise<void>,
): Reaction {
  return {
    type: event.type,
    topic: event.topic,
    takesAll: true,
    async handle(tx, messages) {
      await handle(
        tx,
        messages.map((message) => ({ data: dataOf(event, message), ...aboutOf(message) })),
      );
    },
  };
}

/**
 * Lets every reaction to each event run, in the order of the list, under the event's trace; one that takes several events at once, under that of the
 * first. Each begins with a clean unit of work and what it changed is written before the next one, so that none sees or overwrites
 * with stale objects. Events of one key are reacted to in their order.
 */
export async function react(tx: EntityManager, reactions: readonly Reaction[], messages: readonly Message[]): Promise<void> {
  const takesAll = new Set(reactions.filter((reaction) => reaction.takesAll).map(({ type }) => type));
  for (const together of groupsOf(messages, takesAll)) {
    for (const reaction of reactions) {
      if (reaction.type !== together[0]?.type) continue;
      for (const taken of reaction.takesAll ? [together] : together.map((message) => [message])) await reactTo(tx, reaction, taken);
    }
  }
}

function reactTo(tx: EntityManager, reaction: Reaction, messages: readonly Message[]): Promise<void> {
  return traced(messages[0]?.traceparent, async () => {
    await reaction.handle(tx, messages);
    await flushWithNext(tx);
    tx.clear();
  });
}

/** Events in an order that keeps that of each key; those of one of the types are together as far as that allows. */
function groupsOf(messages: readonly Message[], types: ReadonlySet<string>): Message[][] {
  const groups: Message[][] = [];
  const lastOfType = new Map<string, number>();
  const lastOfKey = new Map<string, number>();
  for (const message of messages) {
    const { type } = message;
    const place = keyOf(message);
    const joined = types.has(type) ? lastOfType.get(type) : undefined;
    const at = joined !== undefined && joined >= (lastOfKey.get(place) ?? 0) ? joined : groups.length;
    if (at === groups.length) groups.push([]);
    groups[at]?.push(message);
    lastOfType.set(type, at);
    lastOfKey.set(place, at);
  }
  return groups;
}

function aboutOf({ id, occurredAt }: Message): About {
  return { eventId: id, occurredAt };
}

/** Made once: to make a schema takes longer than to read an event by it. */
const Instant = z.iso.datetime({ offset: true });

function dataOf<Data>(event: EventType<Data>, { data, occurredAt }: Message): Data {
  if (!Instant.safeParse(occurredAt).success) throw new UnfitEvent(`It did not happen at any time: ${occurredAt}`);
  try {
    return event.data.parse(JSON.parse(data));
  } catch (error) {
    throw new UnfitEvent(`The data does not fit ${event.type}: ${messageOf(error)}`);
  }
}
