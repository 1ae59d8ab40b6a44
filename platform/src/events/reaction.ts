import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@agora/schema/events/event';
import * as z from 'zod';
import type { Message } from '../transport/bus.ts';
import { flushWithNext } from '../database/database.ts';
import { messageOf } from '../errors.ts';
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
  /** Throws `UnfitEvent` when the data is not what the event's schema says. */
  handle(tx: EntityManager, message: Message): Promise<void>;
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
    async handle(tx, message) {
      await handle(tx, dataOf(event, message), { eventId: message.id, occurredAt: message.occurredAt });
    },
  };
}

/**
 * Lets every reaction to the event run, in the order of the list, under the event's trace. Each begins with a clean
 * unit of work and what it changed is written before the next one, so that none sees or overwrites with stale objects.
 */
export async function react(tx: EntityManager, reactions: readonly Reaction[], message: Message): Promise<void> {
  await traced(message.traceparent, async () => {
    for (const reaction of reactions) {
      if (reaction.type !== message.type) continue;
      await reaction.handle(tx, message);
      await flushWithNext(tx);
      tx.clear();
    }
  });
}

function dataOf<Data>(event: EventType<Data>, { data, occurredAt }: Message): Data {
  if (!z.iso.datetime({ offset: true }).safeParse(occurredAt).success) throw new UnfitEvent(`It did not happen at any time: ${occurredAt}`);
  try {
    return event.data.parse(JSON.parse(data));
  } catch (error) {
    throw new UnfitEvent(`The data does not fit ${event.type}: ${messageOf(error)}`);
  }
}
