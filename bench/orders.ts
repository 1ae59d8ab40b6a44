import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { begun, follow, type Live } from '@agora/e2e/client';
import { type Agora, startAgora } from '@agora/e2e/agora';
import { buy, fillCart, listProduct, type Person, register, signIn } from '@agora/e2e/shop';
import * as z from 'zod';
import { type Arrivals, arriving } from './arrivals.ts';
import { floorOf, rowCounts, rowsOfOne } from './rows-written.ts';
import { type Statement, statementsDuring } from './statements.ts';
import { percentile, report, reportJson, round, type Row } from './table.ts';
import { usageDuring } from './usage.ts';

const PURCHASES = Number(process.env['BENCH_ORDERS'] ?? 20);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const IDLE_SECONDS = 5;
const BUYERS = [1, 32];
/** The rates grow so many times from the first one, until less than this share of what arrives is done in time. */
const GROWTH = 4;
const SATURATED = 0.8;
const MAX_RATES = 5;
/** A cart takes 999 units of a variant. */
const LISTINGS = 8;
const SERVICES = ['user', 'catalog', 'order', 'notification'];

/** What a statement is for; the first that fits. */
const CAUSES: readonly (readonly [cause: string, sql: RegExp])[] = [
  ['transactions', /^(begin|start|commit|rollback|savepoint|release|set)\b/i],
  ['idempotency', /platform\.idempoten/],
  ['announcing', /insert into platform\.event_log/],
  ['live feeds', /platform\.feed/],
  ['relay', /platform\.event_log/],
  ['inbox', /platform\.(inbox|parked)/],
  ['own rows, locked', /\bfor (no key )?update\b/],
  ['own rows, written', /^(insert|update|delete|with)\b/],
  ['own rows, read', /^select\b/],
];

/** What people do, as `--only` names it. */
const DOINGS = ['purchase', 'cart line', 'sign-in', 'floor'];

interface Figures {
  /** Of a purchase, from the cart line to the parties that were told, less what the marketplace asks when nobody buys. */
  readonly statements: Row[];
  readonly costs: Row[];
}

export async function benchOrders({ each = false, only = DOINGS }: { each?: boolean; only?: readonly string[] } = {}): Promise<Figures> {
  const agora = await startAgora('one process', { LOG_LEVEL: 'error' });
  try {
    const seller = await signIn(agora, 'seller');
    const listings = await Promise.all(Array.from({ length: LISTINGS }, (_, n) => listProduct(agora, seller, `Stopwatch ${n}`, 1_000_000)));
    const variantIds = listings.map(({ variantId }) => variantId);
    const buyers = await Promise.all(Array.from({ length: Math.max(...BUYERS) }, (_, n) => register(agora, `Bea Quick ${n}`)));
    await using lives = await followAll(agora, buyers);
    const [first] = lives.buyers;
    const [variantId] = variantIds;
    if (!first || !variantId) throw new Error('Nobody buys anything.');
    const purchases = () => repeat(PURCHASES, () => purchase(agora, first, variantId));
    await purchases();
    const before = await rowCounts(agora, SERVICES);
    const statements = await statementsOf(agora, each, purchases);
    const rows = rowsOfOne(before, await rowCounts(agora, SERVICES), PURCHASES);
    const costs: Row[] = [];
    let turn = 0;
    const nextVariant = () => variantIds[turn++ % LISTINGS] ?? variantId;
    for (const count of BUYERS) {
      const some = lives.buyers.slice(0, count);
      if (only.includes('purchase'))
        costs.push(...(await untilSaturated({ what: 'purchase', from: 5 }, agora, some, (buyer) => purchase(agora, buyer, variantId))));
      if (only.includes('cart line'))
        costs.push(
          ...(await untilSaturated({ what: 'cart line', from: 40 }, agora, some, ({ person }) => fillCart(agora, person, nextVariant()))),
        );
      if (only.includes('sign-in'))
        costs.push(...(await untilSaturated({ what: 'sign-in', from: 2 }, agora, some, () => signIn(agora, 'buyer'))));
    }
    if (only.includes('floor')) {
      const floor = await floorOf(agora, rows);
      costs.push(...(await untilSaturated({ what: 'floor: the rows of a purchase', from: 100 }, agora, [first], floor.write)));
      await floor.end();
    }
    return { statements, costs };
  } finally {
    await agora.stop();
  }
}

/** What it costs that these people do something, at one rate after the other. The floor is not asked of our process. */
async function untilSaturated<Who>(
  { what, from }: { what: string; from: number },
  agora: Agora,
  people: readonly Who[],
  once: (who: Who) => Promise<unknown>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let step = 0, share = 1; step < MAX_RATES && share >= SATURATED; step++) {
    const aSecond = from * GROWTH ** step;
    let arrivals: Arrivals | undefined;
    const used = await usageDuring(agora, async () => (arrivals = await arriving({ aSecond, seconds: SECONDS }, people, once)));
    const { took, seconds } = arrivals ?? { took: [], seconds: NaN };
    share = took.length / seconds / aSecond;
    rows.push({
      what,
      people: people.length,
      'asked a second': aSecond,
      'a second': round(took.length / seconds),
      'p50 ms': percentile(took, 0.5),
      'p99 ms': percentile(took, 0.99),
      'our CPU ms': round((used.ours * 1000) / took.length, 2),
      "PostgreSQL's CPU ms": round((used.postgres * 1000) / took.length, 2),
    });
  }
  return rows;
}

async function statementsOf(agora: Agora, each: boolean, work: () => Promise<void>): Promise<Row[]> {
  const idle = await statementsDuring(agora, () => pause(IDLE_SECONDS * 1000));
  const begun = performance.now();
  const busy = await statementsDuring(agora, work);
  const seconds = (performance.now() - begun) / 1000;
  const nameOf = each ? ({ sql }: Statement) => sql.slice(0, 150) : causeOf;
  return rowsOf(countsOf(busy, nameOf), countsOf(idle, nameOf), seconds / IDLE_SECONDS);
}

const Ended = z.object({ order: z.object({ id: z.string(), saga: z.object({ status: z.string() }) }) });

/** Somebody who follows what they have bought. */
interface Buyer {
  readonly person: Person;
  readonly live: Live<z.output<typeof Ended>>;
}

async function followAll(agora: Agora, people: readonly Person[]): Promise<AsyncDisposable & { readonly buyers: readonly Buyer[] }> {
  const buyers = people.map((person) => {
    const live = follow(agora, Ended, 'subscription { orderUpdated { order { id saga { status } } } }', {}, person);
    return { person, live };
  });
  await begun(agora, ...buyers.map(({ live }) => live));
  return { buyers, [Symbol.asyncDispose]: async () => void (await Promise.all(buyers.map(({ live }) => live.stop()))) };
}

/** Is over when its parties were told; the buyer asks for nothing meanwhile. */
async function purchase(agora: Agora, { person, live }: Buyer, variantId: string): Promise<void> {
  const orderId = await buy(agora, person, variantId);
  await live.until(({ order }) => order.id === orderId && order.saga.status === 'COMPLETED');
}

async function repeat(times: number, once: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < times; n++) await once();
}

function causeOf({ database, sql }: Statement): string {
  if (database === 'bus') return 'transport';
  return CAUSES.find(([, fits]) => fits.test(sql))?.[0] ?? 'other';
}

type Counts = ReadonlyMap<string, number>;

function countsOf(statements: readonly Statement[], nameOf: (statement: Statement) => string): Counts {
  const groups = Map.groupBy(statements, (statement) => `${statement.database}\t${nameOf(statement)}`);
  return new Map([...groups].map(([key, { length }]) => [key, length]));
}

function rowsOf(busy: Counts, idle: Counts, idleShare: number): Row[] {
  const rows = [...busy].map(([key, count]) => {
    const [service = '', cause = ''] = key.split('\t');
    return { service, cause, 'a purchase': round((count - (idle.get(key) ?? 0) * idleShare) / PURCHASES) };
  });
  const all = rows.reduce((sum, row) => sum + row['a purchase'], 0);
  const shown = rows.filter((row) => row['a purchase'] >= 0.1);
  shown.sort((a, b) => a.service.localeCompare(b.service) || b['a purchase'] - a['a purchase']);
  return [...shown, { service: 'all', cause: '', 'a purchase': round(all) }];
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { each: { type: 'boolean' }, only: { type: 'string' }, json: { type: 'boolean' } } });
  const { each, only } = values;
  const { statements, costs } = await benchOrders({ ...(each && { each }), ...(only !== undefined && { only: only.split(',') }) });
  report(`Statements of a purchase, ${PURCHASES} one after the other in one process`, statements);
  report(`What people do costs, in one process, arriving at a fixed rate for ${SECONDS} s each`, costs);
  reportJson([...statements, ...costs]);
}
