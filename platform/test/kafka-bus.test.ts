import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type Kafka, startKafka } from '../../local/src/kafka.ts';
import { freePort } from '../src/free-port.ts';
import { describeOnKafka } from '../../local/testing/describe-on-kafka.ts';
import { testKafka } from '../../local/testing/kafka.ts';
import { type Bus, type Message, RefusedMessage } from '../src/transport/bus.ts';
import { newUuid } from '../src/ids.ts';
import { openKafkaBus } from '../src/transport/kafka/kafka-bus.ts';
import { createLogger } from '../src/observe/logging.ts';
import { busContract } from '../testing/bus-contract.ts';
import { eventually } from '../testing/eventually.ts';
import { someMessage } from '../testing/messages.ts';

const PARTITIONS = 8;
/** What a member of a group that does not say goodbye is waited for. */
const SESSION_MS = 6_000;
const KEYS = Array.from({ length: 64 }, (_, i) => `ord_${i}`);

const opened: Bus[] = [];
const log = createLogger('kafka-bus.test', 'silent');

async function open(brokers: string): Promise<Bus> {
  const bus = await openKafkaBus({ brokers: [brokers], replication: 1, clientId: 'test', partitions: PARTITIONS, log });
  opened.push(bus);
  return bus;
}

async function openShared(): Promise<Bus> {
  return open((await testKafka()).brokers);
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((bus) => bus.stop()));
});

function uniqueNames(): { readonly topic: string; readonly group: string } {
  const name = newUuid();
  return { topic: `shop-${name}.events`, group: `reader-${name}` };
}

busContract('Apache Kafka', async () => ({ open: openShared, close: async () => {} }), describeOnKafka);

describeOnKafka('a bus on Apache Kafka', () => {
  test('what is on the partitions together is handled in one call', async () => {
    const bus = await openShared();
    const { topic, group } = uniqueNames();
    const calls: number[] = [];
    const first = Promise.withResolvers<void>();
    await bus.consume(group, [topic], async (batch) => {
      calls.push(batch.length);
      await first.promise;
    });
    await bus.publish([someMessage(topic, 'ord_0', 0)]);
    await eventually(() => calls.length === 1);

    await bus.publish(KEYS.map((key) => someMessage(topic, key, 1)));
    first.resolve();

    await eventually(() => calls.length > 1);
    expect(calls).toEqual([1, KEYS.length]);
  });

  test('a record that is not an event of ours stops nothing', async () => {
    const bus = await openShared();
    const { topic, group } = uniqueNames();
    const arrived: string[] = [];
    await bus.consume(group, [topic], async (batch) => void arrived.push(...batch.map(({ data }) => data)));

    await bus.publish([{ ...someMessage(topic, 'ord_1', 'foreign'), id: 'not-a-uuid' }, someMessage(topic, 'ord_1', 'ours')]);

    await eventually(() => arrived.length > 0);
    expect(arrived).toEqual(['"ours"']);
    await eventually(async () => (await bus.lag(group, [topic]))[0]?.messages === 0);
  });

  test('what the broker does not take is told apart from a broker that is away', async () => {
    const bus = await openShared();
    const { topic } = uniqueNames();
    await bus.ensureTopics([topic]);
    const [small, large] = [someMessage(topic, 'ord_1', 'small'), someMessage(topic, 'ord_1', randomBytes(3_000_000).toString('hex'))];
    await expect(bus.publish([small, large])).rejects.toThrow(RefusedMessage);
    await bus.publish([small]);
    await expect(bus.publish([someMessage('no such/topic', 'ord_1', 1)])).rejects.toThrow();
  });

  test('a thousand large events of one order are more than a request holds, and arrive in order', async () => {
    const bus = await openShared();
    const { topic, group } = uniqueNames();
    const arrived: number[] = [];
    await bus.consume(group, [topic], async (batch) => void arrived.push(...batch.map(({ data }) => Number(JSON.parse(data).n))));

    const text = 'x'.repeat(6000);
    await bus.publish(Array.from({ length: 1000 }, (_, n) => someMessage(topic, 'ord_1', { n, text })));

    await eventually(() => arrived.length >= 1000);
    expect(arrived).toEqual(Array.from({ length: 1000 }, (_, n) => n));
  });

  test('a reaction that takes longer than a session keeps its partitions', async () => {
    const bus = await openShared();
    const { topic, group } = uniqueNames();
    const calls: number[] = [];
    let done = false;
    await bus.consume(group, [topic], async (batch) => {
      calls.push(batch.length);
      if (calls.length === 1) await pause(8_000);
      done = true;
    });

    await bus.publish([someMessage(topic, 'ord_1', 1)]);
    await eventually(() => done);
    await bus.publish([someMessage(topic, 'ord_1', 2)]);

    await eventually(async () => calls.length > 1 && (await bus.lag(group, [topic]))[0]?.messages === 0);
    expect(calls).toEqual([1, 1]);
  });

  test('the partitions of a member that was killed move to one that lives', async () => {
    const bus = await openShared();
    const { topic, group } = uniqueNames();
    await bus.ensureTopics([topic]);
    const doomed = spawnMember((await testKafka()).brokers, group, topic);
    await eventually(async () => {
      await bus.publish([someMessage(topic, 'ord_1', 'are you there?')]);
      return doomed.heard.length > 0;
    });

    const survivor: string[] = [];
    await bus.consume(group, [topic], async (batch) => void survivor.push(...batch.map(({ data }) => data)));
    await doomed.kill();
    const sent = KEYS.map((key) => someMessage(topic, key, key));
    await bus.publish(sent);

    await eventually(() => sent.every(({ data }) => survivor.includes(data)));
  });

  test('closing waits for nothing, however often it is asked for', async () => {
    const bus = await openShared();
    const { topic, group } = uniqueNames();
    await bus.consume(group, [topic], async () => {});
    await bus.tail([topic], () => {});
    await bus.publish([someMessage(topic, 'ord_1', 1)]);

    const start = performance.now();
    await Promise.all([bus.stop(), bus.stop()]);
    await bus.stop();

    expect(performance.now() - start).toBeLessThan(SESSION_MS);
    await expect(bus.publish([someMessage(topic, 'ord_1', 2)])).rejects.toThrow('stopped');
  });
});

describeOnKafka('a start', () => {
  const SERVICES = Array.from({ length: 8 }, (_, n) => `service-${n}`);
  const TOPICS = SERVICES.map((service) => `${service}.events`);
  let dir: string;
  let port: number;

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'agora-kafka-'));
    port = await freePort();
  });
  afterAll(() => rm(dir, { recursive: true }));

  test('of services that find a broker on its first start ends well, and says once what each waits for', async () => {
    const lines: string[] = [];
    const starts = SERVICES.map(async (service) => {
      const bus = await openKafkaBus({ brokers: [`127.0.0.1:${port}`], replication: 1, clientId: service, log: loggingTo(lines) });
      opened.push(bus);
      await bus.tail([`${service}.events`], () => {});
      await bus.consume(service, TOPICS, async () => {});
    });
    const kafka = await startKafka({ dir, port });
    expect(await Promise.allSettled(starts)).toEqual(SERVICES.map(() => expect.objectContaining({ status: 'fulfilled' })));
    await Promise.all(opened.splice(0).map((bus) => bus.stop()));
    await kafka.stop();

    expect(lines.filter((line) => line === 'Waiting for Kafka to answer.')).toHaveLength(SERVICES.length);
    for (const line of new Set(lines)) {
      expect(line).toMatch(/^Waiting for Kafka to (answer|create topics|say where topics end|let a consumer into its group)\.$/);
      expect(lines.filter((same) => same === line).length).toBeLessThanOrEqual(SERVICES.length);
    }
  });

  test('that waits in vain ends with a sentence', async () => {
    const lines: string[] = [];
    const options = { brokers: [`127.0.0.1:${port}`], clientId: 'test', startTimeoutMs: 1_500, log: loggingTo(lines) };
    await expect(openKafkaBus({ ...options, replication: 1 })).rejects.toThrow(
      new RegExp(`^KAFKA_BROKERS: 127\\.0\\.0\\.1:${port} did not answer within 1500 ms \\(START_TIMEOUT_MS\\): .*ECONNREFUSED`),
    );
    expect(lines).toEqual(['Waiting for Kafka to answer.']);

    const shared = { ...options, brokers: [(await testKafka()).brokers] };
    const bus = await openKafkaBus({ ...shared, replication: 3 });
    opened.push(bus);
    const { topic } = uniqueNames();
    await expect(bus.tail([topic], () => {})).rejects.toThrow(/ did not create topics within 1500 ms .*replication.factor/i);
    await expect(bus.tail(['no such/topic'], () => {})).rejects.toThrow(/ does not create topics: .*INVALID_TOPIC_EXCEPTION/);
  });
});

describeOnKafka('a broker of its own', () => {
  let dir: string;
  let port: number;
  let kafka: Kafka;

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'agora-kafka-'));
    port = await freePort();
    kafka = await startKafka({ dir, port });
  });

  afterAll(async () => {
    await kafka.stop();
    await rm(dir, { recursive: true });
  });

  test('offsets of all partitions are committed together, a few times a second', async () => {
    const bus = await open(kafka.brokers);
    const { topic, group } = uniqueNames();
    let handled = 0;
    await bus.consume(group, [topic], async (batch) => void (handled += batch.length));
    const commits = () => recordsIn(bus, '__consumer_offsets');

    const [before, start] = [await commits(), performance.now()];
    let sent = 0;
    for (; performance.now() - start < 2000; sent += KEYS.length) await bus.publish(KEYS.map((key) => someMessage(topic, key, sent)));
    await eventually(async () => (await bus.lag(group, [topic]))[0]?.messages === 0);
    const tenths = (performance.now() - start) / 100;

    expect(handled).toBe(sent);
    expect((await commits()) - before).toBeLessThanOrEqual(Math.ceil(tenths + 1) * PARTITIONS);
  });

  test('nothing is lost and nothing overtakes when the broker is killed under load and comes back', async () => {
    const bus = await open(kafka.brokers);
    const { topic, group } = uniqueNames();
    const [consumed, tailed] = [new Arrivals(), new Arrivals()];
    await bus.consume(group, [topic], async (batch) => batch.forEach((each) => consumed.add(each)));
    await bus.tail([topic], (each) => tailed.add(each));

    const load = publishInTurn(bus, topic);
    await eventually(() => consumed.count > 500);
    await kafka.kill();
    await pause(1000);
    kafka = await startKafka({ dir, port });
    const afterRestart = load.sent;
    await eventually(() => load.sent > afterRestart + 500);
    await load.stop();

    await eventually(() => consumed.count >= load.sent && tailed.count >= load.sent);
    expect(consumed).toMatchObject({ count: load.sent, overtaken: 0 });
    expect(tailed).toMatchObject({ count: load.sent, overtaken: 0 });
  });

  test('a service that starts before its broker waits for it, and one without a broker does not wait to close', async () => {
    const bus = await open(kafka.brokers);
    const { topic, group } = uniqueNames();
    await bus.consume(group, [topic], async () => {});
    await kafka.stop();

    const start = performance.now();
    await bus.stop();
    expect(performance.now() - start).toBeLessThan(SESSION_MS);

    const early = open(kafka.brokers);
    await pause(500);
    kafka = await startKafka({ dir, port });
    await (await early).publish([someMessage(topic, 'ord_1', 1)]);
  });
});

function loggingTo(lines: string[]) {
  return pino({ level: 'warn' }, { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) });
}

function spawnMember(...args: readonly string[]): { readonly heard: readonly string[]; kill(): Promise<void> } {
  const program = fileURLToPath(new URL('../testing/kafka-member.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const heard: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => heard.push(line));
  return {
    heard,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** How many records a topic holds: what a group that never read it is behind. */
async function recordsIn(bus: Bus, topic: string): Promise<number> {
  const [lag] = await bus.lag(`nobody-${newUuid()}`, [topic]);
  return lag?.messages ?? 0;
}

/** Publishes numbered events of each key as a relay does: the next batch only when the last one is acknowledged. */
function publishInTurn(bus: Bus, topic: string): { readonly sent: number; stop(): Promise<void> } {
  let [sent, round, stopped] = [0, 0, false];
  const run = async () => {
    while (!stopped) {
      round++;
      await acknowledged(
        bus,
        KEYS.map((key) => someMessage(topic, key, round)),
      );
      sent += KEYS.length;
    }
  };
  const running = run();
  return {
    get sent() {
      return sent;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

async function acknowledged(bus: Bus, batch: readonly Message[]): Promise<void> {
  for (;;) {
    try {
      return await bus.publish(batch);
    } catch {
      await pause(100);
    }
  }
}

/** Events as they arrived first, whatever came again. */
class Arrivals {
  count = 0;
  overtaken = 0;
  readonly #ids = new Set<string>();
  readonly #rounds = new Map<string, number>();

  add({ id, key, data }: Message): void {
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    this.count++;
    const round = Number(data);
    if (round !== (this.#rounds.get(key) ?? 0) + 1) this.overtaken++;
    this.#rounds.set(key, round);
  }
}
