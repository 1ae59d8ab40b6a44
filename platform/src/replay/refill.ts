import type { EntityManager } from '@mikro-orm/postgresql';
import { type Database, query, transaction, unhurried } from '../database/database.ts';
import { messageOf } from '../errors.ts';
import { keyOf } from '../events/key-of.ts';
import { topicsOf } from '../events/consumer.ts';
import { react } from '../events/reaction.ts';
import { boolean, text } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';
import type { Bus, History, Message, Since } from '../transport/bus.ts';
import { CannotReplay, type ReplayControl, sinceThen } from './control.ts';
import { compare, lockTables, makeCopies, putInPlace, type TableDifference } from './copies.ts';
import type { Projection } from './projection.ts';

export interface RefillOptions extends ReplayControl {
  /** Of its own: its tables are hidden by copies as long as it lasts. */
  readonly database: Database;
  readonly bus: Pick<Bus, 'history'>;
  readonly group: string;
  readonly projection: Projection;
  readonly since: Since;
  /** Refuse where the projection holds anything. */
  readonly mustBeEmpty: boolean;
  /** From here on the group waits where it comes to the projection, until this has ended. */
  readonly onHold: () => Promise<void>;
  /** Puts what was filled in place, or leaves the projection as it is; is given how they differ. */
  readonly isPutInPlace: boolean;
  /** Is done in the transaction that puts it in place. */
  readonly inPlace: (tx: EntityManager) => Promise<void>;
}

/**
 * Fills an empty copy of a projection from events, in one transaction, and compares it with what is there, or puts it in its place. Meanwhile
 * events flow: the group goes on, and at the end waits for as long as it takes to read what it has applied since. The inbox is asked which events
 * that is, so the copy holds those that the projection holds, each once; those that still wait, or are parked, are the group's to apply.
 */
export async function refill(options: RefillOptions): Promise<TableDifference[]> {
  const { database, bus, projection, since } = options;
  return unhurried(database.fork(), async (tx) => {
    const history = await bus.history(topicsOf(projection.reactions), since);
    try {
      return await new Filling(tx, history, options).run();
    } finally {
      await history.stop();
    }
  });
}

/** What is read at once when parked events are looked at again. */
const BATCH = 1_000;

class Filling {
  readonly #tx: EntityManager;
  readonly #history: History;
  readonly #options: RefillOptions;
  readonly #types: ReadonlySet<string>;
  readonly #isSince: (message: Message) => boolean;
  /** Parked when they were read, and what came behind them of the same keys. */
  #waiting: Message[] = [];
  readonly #waitingKeys = new Set<string>();
  #total = 0;
  #read = 0;
  #applied = 0;

  constructor(tx: EntityManager, history: History, options: RefillOptions) {
    this.#tx = tx;
    this.#history = history;
    this.#options = options;
    this.#isSince = sinceThen(options.since);
    this.#types = new Set(options.projection.reactions.map(({ type }) => type));
  }

  async run(): Promise<TableDifference[]> {
    const { projection, group, isPutInPlace, inPlace } = this.#options;
    if (!this.#history.isWhole) throw new CannotReplay();
    await makeCopies(this.#tx, projection.tables);
    await query(this.#tx, 'create temp table replayed (event_id uuid primary key) on commit drop');
    await this.#refuseFull();
    this.#total = await this.#history.left();
    for await (const batch of this.#history.read({ group })) await this.#take(batch, 'GIVEN');

    await this.#options.onHold();
    await lockTables(this.#tx, projection.tables);
    await this.#takeWaiting();
    for await (const batch of this.#history.read('end')) await this.#take(batch, 'APPLIED');

    const differences = await this.#compareAll();
    if (isPutInPlace) {
      for (const table of projection.tables) await putInPlace(this.#tx, table);
      await markApplied(this.#tx, group);
      await inPlace(this.#tx);
    }
    return differences;
  }

  async #refuseFull(): Promise<void> {
    if (!this.#options.mustBeEmpty) return;
    for (const { table, surplus } of await this.#compareAll())
      if (surplus > 0) throw new CannotReplay(`"${table}" is not empty: it holds ${surplus} rows.`);
  }

  async #compareAll(): Promise<TableDifference[]> {
    const differences: TableDifference[] = [];
    for (const table of this.#options.projection.tables) differences.push(await compare(this.#tx, table));
    return differences;
  }

  async #takeWaiting(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingKeys.clear();
    this.#read -= waiting.length;
    for (let start = 0; start < waiting.length; start += BATCH) await this.#take(waiting.slice(start, start + BATCH), 'GIVEN');
  }

  /** GIVEN: the group has passed these, so that those which it did not apply, it never will. */
  async #take(messages: readonly Message[], extent: 'GIVEN' | 'APPLIED'): Promise<void> {
    this.#options.goOn();
    const wanted = messages.filter((message) => this.#isWanted(message));
    const free = wanted.filter((message) => !this.#waitingKeys.has(keyOf(message)));
    const admitted = await admit(this.#tx, [this.#options.group, free.map(({ id }) => id), extent === 'GIVEN']);
    const parked = new Set(admitted.filter(({ isParked }) => isParked).map(({ eventId }) => eventId));
    for (const message of free) if (parked.has(message.id)) this.#waitingKeys.add(keyOf(message));
    this.#waiting.push(...wanted.filter((message) => this.#waitingKeys.has(keyOf(message))));

    const fresh = new Set(admitted.filter(({ isParked }) => !isParked).map(({ eventId }) => eventId));
    await this.#apply(free.filter(({ id }) => fresh.delete(id)));
    this.#read += messages.length;
    this.#options.onProgress({ total: Math.max(this.#total, this.#read), read: this.#read, applied: this.#applied });
  }

  #isWanted(message: Message): boolean {
    return this.#types.has(message.type) && this.#isSince(message);
  }

  /** Together, else one by one, to say which of them it is that cannot be applied. */
  async #apply(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    try {
      await this.#reactTo(messages);
    } catch {
      for (const message of messages) await this.#reactToOne(message);
    }
    this.#applied += messages.length;
  }

  async #reactToOne(message: Message): Promise<void> {
    try {
      await this.#reactTo([message]);
    } catch (error) {
      throw new Error(`The event ${message.id} (${message.type}) cannot be applied again: ${messageOf(error)}`, { cause: error });
    }
  }

  /** Where PostgreSQL refuses every write but those to the copies: whatever else a reaction does, it must not do again. */
  async #reactTo(messages: readonly Message[]): Promise<void> {
    await transaction(this.#tx, async (inner) => {
      await query(inner, 'set transaction read only');
      await react(inner, this.#options.projection.reactions, messages);
    });
  }
}

/** Which of these events the copy gets, and which are parked. Those that an operator skipped are neither. */
const admit = statement(
  { eventId: text('event_id'), isParked: boolean('is_parked') },
  (columns) => `with parked as (
      select event_id from platform.parked_event where consumer = $1 and event_id = any($2::uuid[])
    ), admitted as (
      insert into pg_temp.replayed (event_id)
      select distinct id from unnest($2::uuid[]) as id left join platform.inbox on consumer = $1 and inbox.event_id = id
      where id not in (select event_id from parked) and skipped_at is null and ($3::boolean or consumer is not null)
      on conflict do nothing returning event_id
    )
    select ${columns} from (select event_id, false as is_parked from admitted union all select event_id, true from parked) event`,
);

/** So that what the group passed before it had these reactions is not applied once more. */
async function markApplied(tx: EntityManager, group: string): Promise<void> {
  await query(
    tx,
    `insert into platform.inbox (consumer, event_id) select $1, event_id from pg_temp.replayed
     where not exists (select from platform.inbox known where known.consumer = $1 and known.event_id = replayed.event_id)
     order by event_id on conflict do nothing`,
    [group],
  );
}
