import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Bus, History, Message } from '../src/transport/bus.ts';
import { newUuid } from '../src/ids.ts';
import { eventually } from './eventually.ts';
import { someMessage } from './messages.ts';

/** A transport under test. */
export interface Transport {
  /** A bus as one more process would open it. */
  open(): Promise<Bus>;
  close(): Promise<void>;
}

/** What every transport promises to what stands above it. `suite` is `describe`, or one that skips. */
export function busContract(
  name: string,
  start: () => Promise<Transport>,
  suite: (name: string, tests: () => void) => void = (title, tests) => describe(title, tests),
): void {
  suite(`the bus on ${name}`, () => {
    let transport: Transport;
    const opened: Bus[] = [];
    const open = async (): Promise<Bus> => {
      const bus = await transport.open();
      opened.push(bus);
      return bus;
    };

    beforeAll(async () => {
      transport = await start();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((bus) => bus.stop()));
    });
    afterAll(() => transport.close());

    test('an event arrives with everything it was announced with, at each group once', async () => {
      const [bus, { topic, group }] = [await open(), uniqueNames()];
      const sent = someMessage(topic, 'ord_1', { customer: 'Zoë', quote: '"\\u0000' });
      await bus.ensureTopics([topic]);
      await bus.publish([sent]);

      const [first, second] = [await hear(bus, `${group}-1`, topic), await hear(bus, `${group}-2`, topic)];

      await eventually(() => first.length > 0 && second.length > 0);
      expect([first, second]).toEqual([[sent], [sent]]);
    });

    test('twelve writers at once: nothing is lost and each key stays in order', async () => {
      const [bus, { topic, group }] = [await open(), uniqueNames()];
      await bus.ensureTopics([topic]);
      const arrived = await hear(bus, group, topic);

      const [writers, rounds, keysEach] = [12, 25, 4];
      await Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          for (let round = 0; round < rounds; round++) {
            const keys = Array.from({ length: keysEach }, (_, key) => `ord_${writer}_${key}`);
            await bus.publish([...keys, ...keys].map((key, index) => someMessage(topic, key, 2 * round + (index < keysEach ? 0 : 1))));
          }
        }),
      );

      await eventually(() => arrived.length >= writers * rounds * keysEach * 2);
      for (const numbers of numbersByKey(arrived).values()) expect(numbers).toEqual(Array.from({ length: rounds * 2 }, (_, i) => i));
      expect(numbersByKey(arrived).size).toBe(writers * keysEach);
    });

    test('a batch that fails comes again, in order, until it is done; then it never comes back', async () => {
      const [bus, { topic, group }] = [await open(), uniqueNames()];
      await bus.ensureTopics([topic]);
      await bus.publish(Array.from({ length: 5 }, (_, n) => someMessage(topic, 'ord_1', n)));

      let failures = 0;
      const done: Message[] = [];
      const member = await bus.consume(group, [topic], async (batch) => {
        if (failures++ < 2) throw new Error('The shop burns.');
        done.push(...batch);
      });
      await eventually(() => done.length >= 5);
      await eventually(async () => (await lagOf(bus, group, topic)) === 0);
      await member.stop();

      const later = await hear(bus, group, topic);
      await bus.publish([someMessage(topic, 'ord_1', 5)]);
      await eventually(() => later.length > 0);
      expect([...done, ...later].map(({ data }) => data)).toEqual(['0', '1', '2', '3', '4', '5']);
    });

    test('two members share the work, and who stays takes over what the other one leaves', async () => {
      const [one, other, { topic, group }] = [await open(), await open(), uniqueNames()];
      await one.ensureTopics([topic]);
      const here: Message[] = [];
      const there: Message[] = [];
      const leaving = await one.consume(group, [topic], async (batch) => void here.push(...batch));
      await other.consume(group, [topic], async (batch) => void there.push(...batch));
      const keys = Array.from({ length: 64 }, (_, key) => `ord_${key}`);
      const publishRound = () => one.publish(keys.map((key) => someMessage(topic, key, 'round')));

      await eventually(async () => {
        here.length = there.length = 0;
        for (let round = 0; round < 3; round++) await publishRound();
        await eventually(() => here.length + there.length >= 3 * keys.length);
        const [mine, theirs] = [keysOf(here), keysOf(there)];
        return mine.size > 0 && theirs.size > 0 && ![...mine].some((key) => theirs.has(key));
      });

      await leaving.stop();
      here.length = there.length = 0;
      await publishRound();
      await eventually(() => keysOf(there).size === keys.length);
      expect(here).toEqual([]);
    });

    test('a tail hears what comes from now on, in every process', async () => {
      const [bus, other, { topic }] = [await open(), await open(), uniqueNames()];
      await bus.ensureTopics([topic]);
      await bus.publish([someMessage(topic, 'ord_1', 'before')]);
      const here: string[] = [];
      const there: string[] = [];
      await bus.tail([topic], ({ data }) => void here.push(data));
      await other.tail([topic], ({ data }) => void there.push(data));

      await bus.publish([someMessage(topic, 'ord_1', 'after')]);

      await eventually(() => here.length > 0 && there.length > 0);
      expect([here, there]).toEqual([['"after"'], ['"after"']]);
    });

    test('a group knows how far it is behind', async () => {
      const [bus, { topic, group }] = [await open(), uniqueNames()];
      await bus.ensureTopics([topic]);
      await bus.publish(Array.from({ length: 7 }, (_, n) => someMessage(topic, `ord_${n}`, n)));
      expect(await lagOf(bus, group, topic)).toBe(7);

      await hear(bus, group, topic);

      await eventually(async () => (await lagOf(bus, group, topic)) === 0);
    });

    test('what a topic holds is read apart from every group: to where a group stands, then to the end, each key in order', async () => {
      const [bus, { topic, group }] = [await open(), uniqueNames()];
      await bus.ensureTopics([topic]);
      const publish = (from: number, to: number) =>
        bus.publish(Array.from({ length: to - from }, (_, n) => someMessage(topic, `ord_${(from + n) % 7}`, from + n)));
      await publish(0, 500);
      const member = await bus.consume(group, [topic], async () => {});
      await eventually(async () => (await lagOf(bus, group, topic)) === 0);
      await member.stop();
      await publish(500, 800);

      const history = await bus.history([topic], 'beginning');
      expect([history.isWhole, await history.left()]).toEqual([true, 800]);
      const given = await readAll(history, { group });
      await publish(800, 850);
      const rest = await readAll(history, 'end');
      const nothing = await readAll(history, 'end');
      await history.stop();

      expect([given.length, rest.length, nothing.length]).toEqual([500, 350, 0]);
      for (const [key, numbers] of numbersByKey([...given, ...rest])) {
        expect(numbers).toEqual(Array.from({ length: 850 }, (_, n) => n).filter((n) => `ord_${n % 7}` === key));
      }
      expect(await lagOf(bus, group, topic)).toBe(350);
    });

    test('what a topic holds is read from an offset of its partitions, or since an instant', async () => {
      const [bus, { topic }] = [await open(), uniqueNames()];
      await bus.ensureTopics([topic]);
      await bus.publish(Array.from({ length: 10 }, (_, n) => someMessage(topic, 'ord_1', n)));
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      for (const [since, expected] of [
        [{ offset: 7 }, [7, 8, 9]],
        [{ offset: 12 }, []],
        [{ time: new Date(Date.now() - 86_400_000).toISOString() }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
        [{ time: tomorrow }, []],
      ] as const) {
        const history = await bus.history([topic], since);
        expect((await readAll(history, 'end')).map(({ data }) => Number(data))).toEqual(expected);
        await history.stop();
      }
    });
  });
}

async function readAll(history: History, until: Parameters<History['read']>[0]): Promise<Message[]> {
  const read: Message[] = [];
  for await (const batch of history.read(until)) read.push(...batch);
  return read;
}

async function hear(bus: Bus, group: string, topic: string): Promise<Message[]> {
  const heard: Message[] = [];
  await bus.consume(group, [topic], async (batch) => void heard.push(...batch));
  return heard;
}

async function lagOf(bus: Bus, group: string, topic: string): Promise<number | undefined> {
  return (await bus.lag(group, [topic]))[0]?.messages;
}

/** So that suites can share a broker. */
function uniqueNames(): { readonly topic: string; readonly group: string } {
  const name = newUuid();
  return { topic: `shop-${name}.events`, group: `reader-${name}` };
}

function keysOf(messages: readonly Message[]): Set<string> {
  return new Set(messages.map(({ key }) => key));
}

function numbersByKey(messages: readonly Message[]): Map<string, number[]> {
  const byKey = Map.groupBy(messages, ({ key }) => key);
  return new Map([...byKey].map(([key, ofKey]) => [key, ofKey.map(({ data }) => Number(data))]));
}
