import type { Client } from 'pg';
import { onOwnConnection } from '../../database/own-connection.ts';
import { newUuid } from '../../ids.ts';
import type { Logger } from '../../observe/logging.ts';
import type { Stoppable } from '../../service/every.ts';
import { keepRunning, type Loop, type Run } from '../../service/loop.ts';
import type { Places } from './places.ts';
import type { Record } from './records.ts';
import { Session } from './session.ts';

/** How often everybody looks at the ends of their partitions, should a notification have been lost. */
const LOOK_MS = 10_000;

/** Whoever reads partitions in this process. */
export interface Subscriber {
  readonly places: Places;
  /** A session was opened or lost. */
  wake(): void;
  /** The consumer group that it is a member of; a tail is of none. */
  readonly group?: string;
  /** Members have come to its group, or gone from it. */
  regrouped?(): void;
}

/**
 * The one connection to the bus that all subscribers of this process share: it listens, owns partitions, reads them and commits
 * offsets. When it is lost, so is everything that was owned with it, and another one is opened.
 */
export class Line implements Stoppable {
  /** Marks what this process appends: its subscribers are given that, and need not be told. */
  readonly origin = newUuid();
  readonly #url: string;
  readonly #log: Logger;
  readonly #subscribers = new Set<Subscriber>();
  #loop: Loop | undefined;
  #session: Session | null = null;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  /** Opens the connection for the first of them. Locks are the session's, so it has one member of a group at most. */
  add(subscriber: Subscriber): void {
    if (this.#of(subscriber.group).length > 0) throw new Error(`This process is a member of the group ${subscriber.group} already.`);
    this.#subscribers.add(subscriber);
    this.#loop ??= this.#open();
  }

  remove(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
  }

  /** The session, once there is one; null where `run`, which is woken with its subscriber, was stopped before. */
  async session(run: Run): Promise<Session | null> {
    while (!run.stopped) {
      if (this.#session && !this.#session.isLost) return this.#session;
      await run.sleep(LOOK_MS);
    }
    return null;
  }

  /** What this process has appended. */
  give(records: readonly Record[]): void {
    for (const { places } of this.#subscribers) places.give(records);
  }

  async stop(): Promise<void> {
    await this.#loop?.stop();
  }

  #open(): Loop {
    const loop: Loop = keepRunning('The line to the bus', this.#log, async (run) => {
      let session: Session | undefined;
      const onLost = () => session?.lose();
      await onOwnConnection(this.#url, onLost, async (client) => {
        await this.#listen(client);
        session = new Session(client, this.#log, () => loop.wake());
        await this.#share(session, run);
      });
    });
    return loop;
  }

  async #share(session: Session, run: Run): Promise<void> {
    this.#session = session;
    this.#wakeAll();
    run.healthy();
    try {
      while (!run.stopped) {
        this.#lookAll();
        await run.sleep(LOOK_MS);
        if (session.isLost) throw new Error('The session at the bus was lost.');
      }
    } finally {
      session.lose();
      this.#wakeAll();
    }
  }

  async #listen(client: Client): Promise<void> {
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'bus_members') for (const member of this.#of(payload)) member.regrouped?.();
      else this.#hear(payload);
    });
    await client.query('listen bus; listen bus_members');
  }

  /** Who has appended, and where the partitions end now; these are left out where they are too many. */
  #hear(payload: string): void {
    const [origin, ends = ''] = payload.split(' ');
    if (origin === this.origin) return;
    if (ends === '') return this.#lookAll();
    for (const part of ends.split(',')) {
      const [partitionId = NaN, end = NaN] = part.split(':').map(Number);
      for (const { places } of this.#subscribers) places.grown(partitionId, end);
    }
  }

  #of(group: string | undefined): Subscriber[] {
    return group === undefined ? [] : [...this.#subscribers].filter((subscriber) => subscriber.group === group);
  }

  #lookAll(): void {
    for (const { places } of this.#subscribers) places.look();
  }

  #wakeAll(): void {
    for (const subscriber of this.#subscribers) subscriber.wake();
  }
}
