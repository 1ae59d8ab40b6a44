import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { follow } from '@agora/e2e/client';
import { type House, startHouse } from '@agora/e2e/house';
import { buy, listProduct, type Person, register, signIn } from '@agora/e2e/shop';
import * as z from 'zod';
import { type Statement, statementsDuring } from './statements.ts';
import { report, reportJson, round, type Row } from './table.ts';

const PURCHASES = Number(process.env['BENCH_ORDERS'] ?? 20);
const IDLE_SECONDS = 10;

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

/** Statements of a purchase, from the cart line to the parties that were told, less what the house asks when nobody buys. */
export async function benchOrders(each = false): Promise<Row[]> {
  const house = await startHouse('one process', { LOG_LEVEL: 'error' });
  try {
    const buyer = await register(house, 'Bea Quick');
    const { variantId } = await listProduct(house, await signIn(house, 'seller'), 'Stopwatch', 10_000);
    await purchases(house, buyer, variantId, 1);
    const idle = await statementsDuring(house, () => pause(IDLE_SECONDS * 1000));
    const begun = performance.now();
    const busy = await statementsDuring(house, () => purchases(house, buyer, variantId, PURCHASES));
    const seconds = (performance.now() - begun) / 1000;
    const nameOf = each ? ({ sql }: Statement) => sql.slice(0, 150) : causeOf;
    return rowsOf(countsOf(busy, nameOf), countsOf(idle, nameOf), seconds / IDLE_SECONDS);
  } finally {
    await house.stop();
  }
}

const Ended = z.object({ order: z.object({ id: z.string(), saga: z.object({ status: z.string() }) }) });

/** One after the other: the buyer follows each until its parties were told, and asks for nothing meanwhile. */
async function purchases(house: House, buyer: Person, variantId: string, count: number): Promise<void> {
  const live = follow(house, Ended, 'subscription { orderUpdated { order { id saga { status } } } }', {}, buyer);
  for (let n = 0; n < count; n++) {
    const orderId = await buy(house, buyer, variantId);
    await live.until(({ order }) => order.id === orderId && order.saga.status === 'COMPLETED');
  }
  await live.stop();
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
  const { values } = parseArgs({ options: { each: { type: 'boolean' }, json: { type: 'boolean' } } });
  const rows = await benchOrders(values.each);
  report(`Statements of a purchase, ${PURCHASES} one after the other in one process`, rows);
  reportJson(rows);
}
