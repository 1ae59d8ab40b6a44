import { randomBytes } from 'node:crypto';
import { event } from '@agora/schema/events/event';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defineEntity, p } from '@mikro-orm/postgresql';
import * as z from 'zod';
import type { Bus, Message } from '../src/transport/bus.ts';
import { consume, on } from '../src/events/consumer.ts';
import { type Database, openDatabase, query, transaction } from '../src/database/database.ts';
import { announce } from '../src/events/event-log.ts';
import { newUuid } from '../src/ids.ts';
import { createLogger } from '../src/observe/logging.ts';
import { retryDeadLetters, skipDeadLetter } from '../src/operator/dead-letters.ts';
import { parkedHeads } from '../src/operator/parked.ts';
import { startRelay } from '../src/events/relay.ts';
import { createDatabase } from './databases.ts';
import { eventually } from './eventually.ts';

const log = createLogger('poison', 'silent');
const Parcel = defineEntity({ name: 'Parcel', properties: { id: p.text().primary(), moves: p.integer() } });

/** What no transport may let a single bad event do. `open` gives a bus, `place` a topic that nobody else has. */
export function poisonContract(
  name: string,
  open: () => Promise<Bus>,
  suite: (name: string, tests: () => void) => void = (title, tests) => describe(title, tests),
): void {
  suite(`one bad event on ${name}`, () => {
    const ParcelMoved = event(`post${letters()}.parcel.moved.v1`, 'parcelId', 'A parcel moved.', { parcelId: z.string(), move: z.int() });
    const { topic, type } = ParcelMoved;
    let places: { url: string; drop(): Promise<void> }[];
    let sender: Database;
    let receiver: Database;
    let bus: Bus;
    const running: { stop(): Promise<void> }[] = [];
    let heard: string[] = [];

    beforeAll(async () => {
      places = await Promise.all(['sender', 'receiver'].map(createDatabase));
      const migrations = new URL('../test/parcel-migrations/', import.meta.url);
      const [from = '', to = ''] = places.map(({ url }) => url);
      sender = await openDatabase({ url: from, entities: [Parcel], migrations, log });
      receiver = await openDatabase({ url: to, entities: [Parcel], migrations, log });
      bus = await open();
    });
    beforeAll(async () => {
      const hear = on(ParcelMoved, async (_, { parcelId, move }) => void heard.push(`${parcelId} ${move}`));
      running.push(await consume({ database: receiver, bus, group: `reader-${newUuid()}`, reactions: [hear], log }));
      running.push(startRelay({ database: sender, bus, log }));
    });
    beforeEach(() => {
      heard = [];
    });
    afterAll(async () => {
      await Promise.all(running.map((thing) => thing.stop()));
      await Promise.all([sender.stop(), receiver.stop(), bus.stop()]);
      await Promise.all(places.map((place) => place.drop()));
    });

    const move = (parcelId: string, n: number) => transaction(sender.fork(), (tx) => announce(tx, ParcelMoved, { parcelId, move: n }));

    /** Writes what only a bug of ours could. */
    const write = async (parcelId: string, wrong: Readonly<Record<string, unknown>>) => {
      const right = { event_id: newUuid(), type, topic, key: parcelId, data: JSON.stringify({ parcelId, move: 1 }), traceparent: '' };
      const row: Record<string, unknown> = { ...right, occurred_at: new Date().toISOString(), feeds: [], ...wrong };
      const places = Object.keys(row).map((_, n) => `$${n + 1}`);
      await query(
        sender.fork(),
        `insert into platform.event_log (${Object.keys(row).join()}) values (${places.join()})`,
        Object.values(row),
      );
    };

    test.each([
      ['a time that no calendar has', { occurred_at: 'infinity' }],
      ['a time after the year 9999', { occurred_at: '12026-01-01T00:00:00Z' }],
      ['a topic that is too long', { topic: `post-${'x'.repeat(300)}.events` }],
      ['a topic that is none', { topic: 'no such/topic' }],
      ['data that is no object', { data: '"moved"' }],
      ['more data than a transport takes', { data: JSON.stringify({ text: 'x'.repeat(3_500_000) }) }],
      ['a key that is too long', { key: 'k'.repeat(1_000) }],
    ])('%s stops its own key, and nothing else', async (_, wrong) => {
      const [parcel, healthy] = [`parcel-${newUuid()}`, `healthy-${newUuid()}`];
      await write(parcel, wrong);
      await move(healthy, 1);

      await eventually(() => heard.includes(`${healthy} 1`));
      const letter = await eventually(async () => (await deadLettersOf(sender)).at(-1));
      expect(letter).toMatchObject({ group: 'relay', lastError: expect.stringMatching(/is not fit to be sent/) });
      expect(heard).toEqual([`${healthy} 1`]);

      await query(sender.fork(), `update platform.event_log set topic = $2, key = $3, data = $4, occurred_at = now() where event_id = $1`, [
        letter.eventId,
        topic,
        parcel,
        JSON.stringify({ parcelId: parcel, move: 1 }),
      ]);
      await retryDeadLetters(sender.fork(), { service: 'post', ids: [letter.id] });
      await eventually(() => heard.includes(`${parcel} 1`));
      expect(await deadLettersOf(sender)).toEqual([]);
    });

    test('what waits behind a bad event follows in order once it is mended, or skipped', async () => {
      const [mended, skipped] = [`mended-${newUuid()}`, `skipped-${newUuid()}`];
      for (const parcel of [mended, skipped]) {
        await write(parcel, { occurred_at: 'infinity' });
        for (const n of [2, 3]) await move(parcel, n);
      }
      const letters = await eventually(async () => {
        const found = await deadLettersOf(sender);
        return found.length === 2 && found;
      });
      expect(letters.map(({ key, behind }) => [key, behind])).toEqual([
        [mended, 2],
        [skipped, 2],
      ]);
      expect(heard).toEqual([]);

      const [first, second] = letters;
      await query(sender.fork(), 'update platform.event_log set occurred_at = now() where event_id = $1', [first?.eventId]);
      await retryDeadLetters(sender.fork(), { service: 'post', ids: [first?.id ?? ''] });
      await skipDeadLetter(sender.fork(), { service: 'post', id: second?.id ?? '', reason: 'It never happened.' });
      await eventually(() => heard.length === 5);
      const of = (parcel: string) => heard.filter((move) => move.startsWith(parcel)).map((move) => move.split(' ')[1]);
      expect([of(mended), of(skipped)]).toEqual([
        ['1', '2', '3'],
        ['2', '3'],
      ]);
    });

    test('what reaches a consumer and cannot be read is parked there, with its key', async () => {
      const parcel = `unread-${newUuid()}`;
      const good: Message = {
        id: newUuid(),
        type,
        topic,
        key: parcel,
        occurredAt: new Date().toISOString(),
        traceparent: '',
        feeds: [],
        data: JSON.stringify({ parcelId: parcel, move: 1 }),
      };
      await bus.publish([
        { ...good, occurredAt: '12026-01-01T00:00:00Z' },
        { ...good, id: newUuid() },
        { ...good, id: newUuid(), key: 'other', data: '{ no json' },
      ]);
      await eventually(async () => (await deadLettersOf(receiver)).length > 0);
      await move('healthy', 2);

      await eventually(() => heard.includes('healthy 2'));
      const letters = await eventually(async () => {
        const found = (await deadLettersOf(receiver)).filter(({ key }) => [parcel, 'other'].includes(key));
        return found.length === 2 && found;
      });
      expect(letters.find(({ key }) => key === parcel)).toMatchObject({ eventId: good.id, behind: 1 });
      expect(heard).toEqual(['healthy 2']);
    });

    test('a topic that cannot be made keeps no other from being made', async () => {
      const fine = `post-${newUuid()}.events`;
      await expect(bus.ensureTopics([randomBytes(6_000).toString('base64'), fine])).rejects.toThrow();
      await bus.publish([
        { id: newUuid(), type, topic: fine, key: 'k', occurredAt: new Date().toISOString(), traceparent: '', feeds: [], data: '{}' },
      ]);
      expect(await bus.lag('nobody', [fine])).toEqual([{ topic: fine, messages: 1 }]);
    });
  });
}

function deadLettersOf(database: Database) {
  return parkedHeads(database.fork(), 'post', { size: 100, isLast: false }, { isDead: true });
}

/** So that suites can share a broker. */
function letters(): string {
  return newUuid()
    .replaceAll('-', '')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}
