import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from '../../observe/logging.ts';
import type { Message } from '../bus.ts';
import { toMessage } from './record.ts';
import type { Running } from './supervised.ts';

export const RETRY = { initialRetryTime: 100, maxRetryTime: 1000, retries: 5 };
const HEARTBEAT_MS = 1000;
/** A dead member's partitions move on after this, give or take a heartbeat. */
const SESSION_MS = 6000;
/** How long a broker holds a fetch that finds nothing; a consumer that leaves waits for it. */
const FETCH_WAIT_MS = 100;
/** What each step of stopping may take when the brokers do not answer. */
export const STOP_STEP_MS = 400;

/** Where reading goes on, by topic and partition. */
export type Positions = Map<string, Map<number, string>>;

export interface ConsumerPlan {
  readonly fromBeginning: boolean;
  readonly eachBatch: (payload: EachBatchPayload) => Promise<void>;
  /** Before the consumer leaves its group. */
  release(): Promise<void>;
}

/** Resolves when the consumer has joined its group. */
export async function startConsumer(consumer: Consumer, topics: readonly string[], plan: ConsumerPlan): Promise<Running> {
  const joined = new Promise<'joined'>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve('joined')));
  const crashed = new Promise<Error>((resolve) => consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error)));
  const stop = async () => {
    await plan.release();
    await atMost(
      STOP_STEP_MS,
      consumer.disconnect().catch(() => {}),
    );
  };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: plan.fromBeginning });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 64,
      eachBatch: plan.eachBatch,
    });
    const outcome = await Promise.race([joined, crashed]);
    if (outcome !== 'joined') throw outcome;
  } catch (error) {
    await stop();
    throw error;
  }
  return { crashed, stop };
}

export function newConsumer(kafka: Kafka, groupId: string): Consumer {
  return kafka.consumer({
    groupId,
    sessionTimeout: SESSION_MS,
    rebalanceTimeout: SESSION_MS,
    heartbeatInterval: HEARTBEAT_MS,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    allowAutoTopicCreation: false,
    retry: { ...RETRY, restartOnFailure: () => Promise.resolve(false) },
  });
}

/** Sends the group heartbeats while `work` runs; a rebalance is noticed after it. */
export async function beating<T>(heartbeat: () => Promise<void>, work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void heartbeat().catch(() => {}), HEARTBEAT_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

export function parse(topic: string, partition: number, record: KafkaMessage, log: Logger): Message[] {
  const message = toMessage(topic, record);
  if (message) return [message];
  log.warn({ topic, partition, offset: record.offset }, 'A record that is not one of our events was skipped.');
  return [];
}

export async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Best effort: a group without members and offsets is forgotten by the brokers in time. */
export async function deleteGroup(kafka: Kafka, group: string): Promise<void> {
  const deleted = withAdmin(kafka, (admin) => admin.deleteGroups([group])).catch(() => {});
  await atMost(STOP_STEP_MS, deleted);
}

export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(ms, undefined, { ref: false })]);
}
