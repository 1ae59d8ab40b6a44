import { openDatabase, query, transaction } from '@agora/platform/database/database';
import { consume, on, onAll, type Reaction } from '@agora/platform/events/consumer';
import { announce } from '@agora/platform/events/event-log';
import { startRelay } from '@agora/platform/events/relay';
import { createLogger } from '@agora/platform/observe/logging';
import { Lifecycle } from '@agora/platform/service/lifecycle';
import { openBus } from '@agora/platform/transport/open-bus';
import { atRate } from './at-rate.ts';
import { Happened, someData } from './happened.ts';
import type { Answer, Order, Place } from './messages.ts';

/** One service of the benchmark, in a process of its own: it announces and relays, or reacts. */
const WRITERS = 16;
const log = createLogger('bench', 'error');
const life = new Lifecycle(log);
const [role = '', placeText = '{}'] = process.argv.slice(2);
const place = JSON.parse(placeText) as Place;

const database = life.own(
  'database',
  await openDatabase({
    url: place.databaseUrl,
    entities: [],
    migrations: new URL('./migrations/', import.meta.url),
    log,
    poolSize: WRITERS,
  }),
);
const bus = life.own('bus', await openBus({ ...place, kafkaReplication: 1, startTimeoutMs: 60_000, service: role, log }));

let latencies: number[] = [];
if (role === 'announcer') {
  await bus.ensureTopics([Happened.topic]);
  life.own('relay', startRelay({ database, bus, log }));
} else {
  const react = place.reaction === 'all' ? countAll() : countEach();
  life.own('consumer', await consume({ database, bus, group: role, reactions: [react], log }));
}

/** Counts how often each thing came. */
function countEach(): Reaction {
  return on(Happened, async (tx, { thingId }, { occurredAt }) => {
    await query(tx, 'insert into seen (thing_id, count) values ($1, 1) on conflict (thing_id) do update set count = seen.count + 1', [
      thingId,
    ]);
    latencies.push(Date.now() - Date.parse(occurredAt));
  });
}

function countAll(): Reaction {
  return onAll(Happened, async (tx, happened) => {
    await query(
      tx,
      `insert into seen (thing_id, count) select thing_id, count(*) from unnest($1::text[]) as thing_id group by thing_id
       on conflict (thing_id) do update set count = seen.count + excluded.count`,
      [happened.map(({ data }) => data.thingId)],
    );
    const now = Date.now();
    latencies.push(...happened.map(({ occurredAt }) => now - Date.parse(occurredAt)));
  });
}

process.on('message', (order: Order) => void obey(order));
process.once('disconnect', () => process.exit(0));
tell({ kind: 'ready' });

async function obey(order: Order): Promise<void> {
  if (order.kind === 'announce') {
    const { perTx, perSecond, seconds } = order;
    const begun = performance.now();
    const done = await atRate(perSecond / perTx, seconds, WRITERS, (n) =>
      transaction(database.fork(), async (tx) => {
        for (let event = 0; event < perTx; event++) await announce(tx, Happened, someData(n * perTx + event));
      }),
    );
    tell({ kind: 'announced', events: done * perTx, seconds: (performance.now() - begun) / 1000 });
  } else if (order.kind === 'look') {
    const lags = await bus.lag(role, [Happened.topic]);
    tell({ kind: 'behind', messages: lags.reduce((sum, { messages }) => sum + messages, 0) });
  } else if (order.kind === 'count') {
    tell({ kind: 'counted', events: latencies.length });
  } else {
    tell({ kind: 'latencies', latencies });
    latencies = [];
  }
}

function tell(answer: Answer): void {
  process.send?.(answer);
}
