import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import pg from 'pg';
import { atRate } from './at-rate.ts';
import { someData } from './happened.ts';

/** What a floor carried, and how late each event was read, in ms. */
export interface Carried {
  readonly events: number;
  readonly seconds: number;
  readonly latencies: readonly number[];
}

const WRITERS = 16;
const BATCH = 50;

/** Transactions that write one row and nothing else, as many as there can be. */
export async function bareTransactions(url: string, seconds: number): Promise<Carried> {
  const pool = new pg.Pool({ connectionString: url, max: WRITERS });
  const latencies: number[] = [];
  const begun = performance.now();
  const events = await atRate(1e6, seconds, WRITERS, async (n) => {
    const at = performance.now();
    await pool.query({
      name: 'floor',
      text: 'insert into floor_log (occurred_at, data) values ($1, $2)',
      values: [Date.now(), JSON.stringify(someData(n))],
    });
    latencies.push(performance.now() - at);
  });
  const took = (performance.now() - begun) / 1000;
  await pool.end();
  return { events, seconds: took, latencies };
}

/** Rows copied into a table, fifty at once, and selected behind the last one. */
export async function bareCopy(url: string, perSecond: number, seconds: number): Promise<Carried> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const [writer, reader] = [await pool.connect(), await pool.connect()];
  await writer.query('truncate floor_log');
  let written = Infinity;
  const latencies: number[] = [];
  const reading = (async () => {
    for (let last = '0'; latencies.length < written;) {
      const { rows } = await reader.query<{ id: string; occurred_at: string; data: unknown }>({
        name: 'floor_read',
        text: 'select id, occurred_at, data from floor_log where id > $1 order by id limit 1000',
        values: [last],
      });
      for (const row of rows) latencies.push(Date.now() - Number(row.occurred_at));
      last = rows.at(-1)?.id ?? last;
      if (rows.length === 0) await pause(5);
    }
  })();
  const begun = performance.now();
  let turn: Promise<unknown> = Promise.resolve();
  const batches = await atRate(perSecond / BATCH, seconds, WRITERS, (n) => (turn = turn.then(() => copyRows(writer, n * BATCH))));
  written = batches * BATCH;
  await reading;
  const took = (performance.now() - begun) / 1000;
  for (const client of [writer, reader]) client.release();
  await pool.end();
  return { events: written, seconds: took, latencies };
}

function copyRows(client: pg.PoolClient, first: number): Promise<void> {
  const at = Date.now();
  const lines = Array.from({ length: BATCH }, (_, n) => `${at}\t${JSON.stringify(someData(first + n))}\n`);
  return new Promise((resolve, reject) => {
    client.query(new Copy('copy floor_log (occurred_at, data) from stdin', lines.join(''), resolve, reject));
  });
}

/** Of a connection, what its types leave out. */
interface CopyStream {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** The driver sends such a statement by itself: https://node-postgres.com/apis/client#clientquery, `Submittable`. */
class Copy implements pg.Submittable {
  readonly #text: string;
  readonly #rows: string;
  readonly #done: () => void;
  readonly handleError: (error: Error) => void;

  constructor(text: string, rows: string, done: () => void, failed: (error: Error) => void) {
    this.#text = text;
    this.#rows = rows;
    this.#done = done;
    this.handleError = failed;
  }

  submit = (connection: pg.Connection): void => void connection.query(this.#text);

  handleCopyInResponse(connection: CopyStream): void {
    connection.sendCopyFromChunk(Buffer.from(this.#rows));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#done();
  }
}

/** One producer and one consumer of kafkajs, with what it takes that nothing is lost, fifty messages a request. */
export async function bareKafkajs(brokers: readonly string[], perSecond: number, seconds: number): Promise<Carried> {
  const kafka = new Kafka({ clientId: 'floor', brokers: [...brokers], logLevel: logLevel.NOTHING });
  const topic = 'floor';
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 8, replicationFactor: 1 }] });
  await admin.disconnect();
  const consumer = kafka.consumer({ groupId: 'floor', maxWaitTimeInMs: 100 });
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner: Partitioners.DefaultPartitioner });
  const latencies: number[] = [];
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await Promise.all([consumer.connect(), producer.connect()]);
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    partitionsConsumedConcurrently: 8,
    eachBatch: async ({ batch }) => {
      for (const { timestamp } of batch.messages) latencies.push(Date.now() - Number(timestamp));
    },
  });
  await joined;
  const begun = performance.now();
  let turn: Promise<unknown> = Promise.resolve();
  const batches = await atRate(perSecond / BATCH, seconds, WRITERS, (n) => {
    const timestamp = String(Date.now());
    const messages = Array.from({ length: BATCH }, (_, event) => {
      const data = someData(n * BATCH + event);
      return { key: data.thingId, value: JSON.stringify(data), timestamp };
    });
    return (turn = turn.then(() => producer.sendBatch({ acks: -1, topicMessages: [{ topic, messages }] })));
  });
  while (latencies.length < batches * BATCH) await pause(10);
  const took = (performance.now() - begun) / 1000;
  await Promise.all([consumer.disconnect(), producer.disconnect()]);
  return { events: batches * BATCH, seconds: took, latencies };
}
