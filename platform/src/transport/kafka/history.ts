import { randomUUID } from 'node:crypto';
import type { EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from '../../observe/logging.ts';
import type { History, Message, Since } from '../bus.ts';
import { beating, deleteGroup, newConsumer, parse, startConsumer, withAdmin } from './consumer.ts';
import type { Running } from './supervised.ts';

/** Clocks of publishers may differ by less. */
const CLOCK_SKEW_MS = 60_000;

interface HistoryOptions {
  readonly kafka: Kafka;
  readonly clientId: string;
  readonly topics: readonly string[];
  readonly since: Since;
  readonly log: Logger;
}

/** Opens what topics hold from a place on. */
export async function openHistory(options: HistoryOptions): Promise<History> {
  const { kafka, topics, since } = options;
  const starts = await startsOf(kafka, topics, since);
  const reader = new Reader(options, new Map(starts.map(({ place, start }) => [place, start])));
  return {
    isWhole: starts.every(({ isWhole }) => isWhole),
    async left() {
      return reader.behind(await endsOf(kafka, topics)).reduce((sum, [, missing]) => sum + Number(missing), 0);
    },
    async *read(until) {
      yield* reader.readTo(until === 'end' ? await endsOf(kafka, topics) : await committedBy(kafka, until.group, topics));
    },
    stop: () => reader.stop(),
  };
}

/** Offsets by the name of a partition. */
type Offsets = ReadonlyMap<string, bigint>;

interface Fetched {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly KafkaMessage[];
  /** Has the partition's next records fetched. */
  done(): void;
}

/** A consumer of a group of its own, which commits nothing and is only asked for more once what it has fetched was taken. */
class Reader {
  readonly #options: HistoryOptions;
  readonly #group: string;
  readonly #next: Map<string, bigint>;
  readonly #fetched: Fetched[] = [];
  #held: Fetched[] = [];
  #wake = () => {};
  #crash: { readonly reason: unknown } | undefined;
  #isStopped = false;
  #running: Running | undefined;

  constructor(options: HistoryOptions, starts: Offsets) {
    this.#options = options;
    this.#group = `${options.clientId}.history.${randomUUID()}`;
    this.#next = new Map(starts);
  }

  behind(ends: Offsets): [string, bigint][] {
    return [...this.#next].flatMap(([place, at]): [string, bigint][] => {
      const missing = (ends.get(place) ?? 0n) - at;
      return missing > 0n ? [[place, missing]] : [];
    });
  }

  async *readTo(ends: Offsets): AsyncGenerator<Message[]> {
    this.#fetched.unshift(...this.#held);
    this.#held = [];
    while (this.behind(ends).length > 0) {
      this.#running ??= await this.#start();
      const messages = this.#take(await this.#nextFetched(), ends);
      if (messages.length > 0) yield messages;
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { done } of [...this.#fetched, ...this.#held]) done();
    if (!this.#running) return;
    await this.#running.stop();
    await deleteGroup(this.#options.kafka, this.#group);
  }

  async #start(): Promise<Running> {
    const { kafka, topics } = this.#options;
    const consumer = newConsumer(kafka, this.#group);
    consumer.on(consumer.events.GROUP_JOIN, () => {
      for (const topic of topics) {
        for (const [place, at] of this.#next) {
          const partition = partitionOf(topic, place);
          if (partition !== null) consumer.seek({ topic, partition, offset: String(at) });
        }
      }
    });
    const running = await startConsumer(consumer, topics, {
      fromBeginning: true,
      eachBatch: (payload) => this.#onBatch(payload),
      release: () => Promise.resolve(),
    });
    void running.crashed.then((reason) => {
      this.#crash = { reason };
      this.#wake();
    });
    return running;
  }

  async #onBatch({ batch: { topic, partition, messages }, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload): Promise<void> {
    const last = messages.at(-1);
    if (!last || this.#isStopped || !isRunning() || isStale()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#fetched.push({ topic, partition, records: messages, done: resolve });
    this.#wake();
    await beating(heartbeat, promise);
    if (!this.#isStopped) resolveOffset(last.offset);
  }

  async #nextFetched(): Promise<Fetched> {
    for (;;) {
      const fetched = this.#fetched.shift();
      if (fetched) return fetched;
      if (this.#crash) throw new Error('Reading what Kafka holds has failed.', { cause: this.#crash.reason });
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** What lies before the end; the rest is held for the next reading. What a group that joined again fetches twice is left out. */
  #take(fetched: Fetched, ends: Offsets): Message[] {
    const { topic, partition, records, done } = fetched;
    const place = placeOf(topic, partition);
    const at = this.#next.get(place) ?? 0n;
    const fresh = records.filter(({ offset }) => BigInt(offset) >= at);
    if (fresh[0] && BigInt(fresh[0].offset) > at) throw new Error('The bus has dropped events while they were to be read.');
    const wanted = fresh.filter(({ offset }) => BigInt(offset) < (ends.get(place) ?? 0n));
    const last = wanted.at(-1);
    if (last) this.#next.set(place, BigInt(last.offset) + 1n);
    if (wanted.length < fresh.length) this.#held.push({ ...fetched, records: fresh.slice(wanted.length) });
    else done();
    return wanted.flatMap((record) => parse(topic, partition, record, this.#options.log));
  }
}

interface Start {
  readonly place: string;
  readonly start: bigint;
  readonly isWhole: boolean;
}

function startsOf(kafka: Kafka, topics: readonly string[], since: Since): Promise<Start[]> {
  return withAdmin(kafka, async (admin) => {
    const starts = topics.map(async (topic) => {
      const partitions = await admin.fetchTopicOffsets(topic);
      const atTime =
        typeof since === 'object' && 'time' in since
          ? new Map(
              (await admin.fetchTopicOffsetsByTimestamp(topic, Date.parse(since.time) - CLOCK_SKEW_MS)).map(({ partition, offset }) => [
                partition,
                BigInt(offset),
              ]),
            )
          : null;
      const offset = typeof since === 'object' && 'offset' in since ? BigInt(since.offset) : 0n;
      return partitions.map(({ partition, low, high }): Start => {
        const [first, end] = [BigInt(low), BigInt(high)];
        const wanted = atTime ? (atTime.get(partition) ?? end) : offset;
        return {
          place: placeOf(topic, partition),
          start: wanted < first ? first : wanted > end ? end : wanted,
          isWhole: atTime ? first === 0n || wanted > first : first <= offset,
        };
      });
    });
    return (await Promise.all(starts)).flat();
  });
}

function endsOf(kafka: Kafka, topics: readonly string[]): Promise<Offsets> {
  return withAdmin(kafka, async (admin) => {
    const ends = topics.map(async (topic) =>
      (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [placeOf(topic, partition), BigInt(high)] as const),
    );
    return new Map((await Promise.all(ends)).flat());
  });
}

function committedBy(kafka: Kafka, groupId: string, topics: readonly string[]): Promise<Offsets> {
  return withAdmin(kafka, async (admin) => {
    const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
    return new Map(
      committed.flatMap(({ topic, partitions }) =>
        partitions.map(({ partition, offset }) => [placeOf(topic, partition), BigInt(offset)] as const),
      ),
    );
  });
}

function placeOf(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

function partitionOf(topic: string, place: string): number | null {
  return place.startsWith(`${topic}/`) ? Number(place.slice(topic.length + 1)) : null;
}
