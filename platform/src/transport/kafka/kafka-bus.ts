import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EachBatchPayload,
  Kafka,
  type KafkaMessage,
  logLevel,
  Partitioners,
  type Producer,
  type TopicMessages,
  type TopicPartitionOffset,
} from 'kafkajs';
import type { Bus, Lag, Message } from '../bus.ts';
import { isPassing, reasonsIn, refusalIn } from './refusals.ts';
import type { Stoppable } from '../../service/every.ts';
import { Commits } from '../commits.ts';
import {
  atMost,
  beating,
  deleteGroup,
  newConsumer,
  parse,
  type Positions,
  RETRY,
  startConsumer,
  STOP_STEP_MS,
  withAdmin,
} from './consumer.ts';
import { Gathered } from './gathered.ts';
import { openHistory } from './history.ts';
import { toRecord } from './record.ts';
import { requestsOf } from './requests.ts';
import { type Running, Supervised } from './supervised.ts';
import type { Logger } from '../../observe/logging.ts';
import { START_TIMEOUT_MS } from '../../service/settings.ts';
import { StartupWait } from '../../service/startup-wait.ts';

export interface KafkaBusOptions {
  readonly brokers: readonly string[];
  /** Replicas of each topic that is created. With three or more, two must have a message before it counts as published. */
  readonly replication: number;
  readonly clientId: string;
  readonly log: Logger;
  /** Of each topic that is created (8). */
  readonly partitions?: number;
  /** How long each request of a start waits for brokers that cannot grant it yet (120000). */
  readonly startTimeoutMs?: number;
}

const MAX_BATCH_SIZE = 1000;
const REDELIVERY_MS = 250;
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

/**
 * The bus on Apache Kafka. To open it, to consume and to tail wait for brokers that are not up yet, or new. Consumers create the
 * topics they listen to, so that services may start in any order.
 */
export async function openKafkaBus(options: KafkaBusOptions): Promise<Bus> {
  const { brokers, startTimeoutMs = START_TIMEOUT_MS, log } = options;
  const kafka = new Kafka({
    clientId: options.clientId,
    brokers: [...brokers],
    connectionTimeout: 3000,
    requestTimeout: 10_000,
    retry: RETRY,
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ namespace, log: { message } }) =>
        log.debug({ kafkajs: namespace }, message),
  });
  const startup = new StartupWait({
    whom: 'Kafka',
    setting: 'KAFKA_BROKERS',
    place: brokers.join(','),
    timeoutMs: startTimeoutMs,
    isPassing,
    reasonOf: reasonsIn,
    log,
  });
  await startup.until('answer', () => withAdmin(kafka, (admin) => admin.describeCluster()));

  const publisher = new Publisher(kafka);
  const consumers = new Set<Stoppable>();
  const ensureTopics = (topics: readonly string[]) => createTopics(kafka, topics, options);
  const haveTopics = (topics: readonly string[]) => startup.until('create topics', () => ensureTopics(topics));
  let isStopped = false;

  const supervise = async (start: () => Promise<Running>, afterwards?: () => Promise<void>): Promise<Stoppable> => {
    const supervised = new Supervised(await startup.until('let a consumer into its group', start), start, log);
    const stop = once(async () => {
      consumers.delete(consumer);
      await supervised.stop();
      await afterwards?.();
    });
    const consumer = { stop };
    consumers.add(consumer);
    if (isStopped) await stop();
    return consumer;
  };

  return {
    ensureTopics,
    publish: (messages) => publisher.publish(messages),
    async consume(group, topics, onBatch) {
      await haveTopics(topics);
      return supervise(() => startMember({ kafka, group, topics, onBatch, log }));
    },
    async tail(topics, onMessage) {
      await haveTopics(topics);
      const group = `${options.clientId}.tail.${randomUUID()}`;
      const positions = await startup.until('say where topics end', () => endsOf(kafka, topics));
      return supervise(
        () => startTail({ kafka, group, topics, onMessage, positions, log }),
        () => deleteGroup(kafka, group),
      );
    },
    async history(topics, since) {
      await haveTopics(topics);
      return openHistory({ kafka, clientId: options.clientId, topics, since, log });
    },
    lag: (group, topics) => lagOf(kafka, group, topics),
    stop: once(async () => {
      isStopped = true;
      startup.stop();
      await Promise.all([publisher, ...consumers].map((part) => part.stop()));
    }),
  };
}

async function createTopics(kafka: Kafka, topics: readonly string[], { replication, partitions = 8 }: KafkaBusOptions): Promise<void> {
  const configEntries = [
    { name: 'min.insync.replicas', value: replication >= 3 ? '2' : '1' },
    { name: 'max.message.bytes', value: String(MAX_MESSAGE_BYTES) },
  ];
  await withAdmin(kafka, async (admin) => {
    const known = new Set(await admin.listTopics());
    const missing = [...new Set(topics)].filter((topic) => !known.has(topic));
    if (missing.length === 0) return;
    await admin
      .createTopics({
        topics: missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: replication, configEntries })),
      })
      .catch((error: unknown) => {
        throw refusalIn(error) ?? error;
      });
  });
}

/**
 * One request at a time, each acknowledged by all replicas in sync. After an error the order of what was on its way is
 * uncertain, so the producer is thrown away and whoever publishes sends again.
 */
class Publisher implements Stoppable {
  readonly #kafka: Kafka;
  #producer: Producer | undefined;
  #last: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(kafka: Kafka) {
    this.#kafka = kafka;
  }

  publish(messages: readonly Message[]): Promise<void> {
    const turn = this.#last.then(() => this.#send(messages));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await atMost(STOP_STEP_MS, this.#last);
    await atMost(STOP_STEP_MS, this.#discard());
  }

  async #send(messages: readonly Message[]): Promise<void> {
    for (const part of requestsOf(messages)) {
      if (this.#stopped) throw new Error('The bus has stopped.');
      try {
        this.#producer ??= await this.#connect();
        await this.#producer.sendBatch({ acks: -1, topicMessages: byTopic(part) });
      } catch (error) {
        void this.#discard();
        throw refusalIn(error) ?? error;
      }
    }
  }

  async #connect(): Promise<Producer> {
    const producer = this.#kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return producer;
  }

  async #discard(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.disconnect().catch(() => {});
  }
}

function byTopic(messages: readonly Message[]): TopicMessages[] {
  const topics = Map.groupBy(messages, ({ topic }) => topic);
  return [...topics].map(([topic, its]) => ({ topic, messages: its.map(toRecord) }));
}

interface MemberOptions {
  readonly kafka: Kafka;
  readonly group: string;
  readonly topics: readonly string[];
  readonly onBatch: (batch: readonly Message[]) => Promise<void>;
  readonly log: Logger;
}

/**
 * A member of a consumer group. What is handled is committed apart from the fetching, for all partitions at once; what
 * fails is not marked as read, so that it is fetched again.
 */
async function startMember({ kafka, group, topics, onBatch, log }: MemberOptions): Promise<Running> {
  const consumer = newConsumer(kafka, group);
  const commits = new Commits<TopicPartitionOffset>({
    send: (offsets) => consumer.commitOffsets(offsets),
    placeOf: ({ topic, partition }) => `${topic}/${partition}`,
    log,
  });
  const gathered = new Gathered<Message>(async (batch) => {
    try {
      await onBatch(batch);
    } catch (error) {
      log.error({ err: error, group }, 'A batch could not be handled; it will be delivered again.');
      throw error;
    }
  }, MAX_BATCH_SIZE);
  const stopping = new AbortController();
  consumer.on(consumer.events.REBALANCING, () => void commits.flush());
  consumer.on(consumer.events.GROUP_JOIN, () => commits.forget());

  const eachBatch = async ({ batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload) => {
    const { topic, partition } = batch;
    for (const records of partsOf(batch.messages)) {
      if (stopping.signal.aborted || !isRunning() || isStale()) return;
      const messages = records.flatMap((record) => parse(topic, partition, record, log));
      try {
        if (messages.length > 0) await beating(heartbeat, gathered.add(messages));
      } catch {
        await beating(
          heartbeat,
          sleep(REDELIVERY_MS, undefined, { signal: stopping.signal }).catch(() => {}),
        );
        return;
      }
      const handled = records.at(-1)?.offset ?? batch.lastOffset();
      resolveOffset(handled);
      commits.note({ topic, partition, offset: String(BigInt(handled) + 1n) });
      await heartbeat();
    }
  };

  return startConsumer(consumer, topics, {
    fromBeginning: true,
    eachBatch,
    async release() {
      stopping.abort();
      await gathered.idle();
      await atMost(STOP_STEP_MS, commits.stop());
    },
  });
}

function* partsOf(records: readonly KafkaMessage[]): Generator<readonly KafkaMessage[]> {
  for (let start = 0; start < records.length; start += MAX_BATCH_SIZE) yield records.slice(start, start + MAX_BATCH_SIZE);
}

async function endsOf(kafka: Kafka, topics: readonly string[]): Promise<Positions> {
  return withAdmin(kafka, async (admin) => {
    const ends: Positions = new Map();
    for (const topic of topics) {
      const partitions = await admin.fetchTopicOffsets(topic);
      ends.set(topic, new Map(partitions.map(({ partition, high }) => [partition, high])));
    }
    return ends;
  });
}

interface TailOptions {
  readonly kafka: Kafka;
  readonly group: string;
  readonly topics: readonly string[];
  readonly onMessage: (message: Message) => void;
  /** Kept up to date, so that the consumer after a crash goes on where this one was. */
  readonly positions: Positions;
  readonly log: Logger;
}

async function startTail({ kafka, group, topics, onMessage, positions, log }: TailOptions): Promise<Running> {
  const consumer = newConsumer(kafka, group);
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const [topic, partitions] of positions) {
      for (const [partition, offset] of partitions) consumer.seek({ topic, partition, offset });
    }
  });

  const eachBatch = async ({ batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload) => {
    const { topic, partition } = batch;
    if (!isRunning() || isStale()) return;
    for (const message of batch.messages.flatMap((record) => parse(topic, partition, record, log))) {
      try {
        onMessage(message);
      } catch (error) {
        log.error({ err: error, eventId: message.id }, 'A listener failed; the next message follows.');
      }
    }
    resolveOffset(batch.lastOffset());
    positions.get(topic)?.set(partition, String(BigInt(batch.lastOffset()) + 1n));
    await heartbeat();
  };

  return startConsumer(consumer, topics, { fromBeginning: false, eachBatch, release: () => Promise.resolve() });
}

async function lagOf(kafka: Kafka, group: string, topics: readonly string[]): Promise<Lag[]> {
  return withAdmin(kafka, async (admin) => {
    const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
    return Promise.all(
      committed.map(async ({ topic, partitions }) => {
        const next = new Map(partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
        const ends = await admin.fetchTopicOffsets(topic);
        const behind = ends.map(({ partition, high, low }) => {
          const offset = next.get(partition) ?? -1n;
          return Number(BigInt(high) - (offset < 0n ? BigInt(low) : offset));
        });
        return { topic, messages: behind.reduce((sum, messages) => sum + messages, 0) };
      }),
    );
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
