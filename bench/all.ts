import { benchCatalog } from './catalog.ts';
import { benchCookies } from './cookies.ts';
import { benchEvents, flatRows } from './events.ts';
import { benchExactJson } from './exact-json.ts';
import { benchIdle } from './idle.ts';
import { benchLatency } from './latency.ts';
import { benchMemory } from './memory.ts';
import { benchOrders } from './orders.ts';
import { benchQueries } from './queries.ts';
import { benchUser } from './user.ts';
import { report, reportJson, type Row } from './table.ts';

const BENCHES: readonly (readonly [string, () => Row[] | Promise<Row[]>])[] = [
  ['Queries', benchQueries],
  ['Cookies beside a token', benchCookies],
  ['From checkoutComplete to the notification', benchLatency],
  ['Orders', () => benchOrders().then(({ statements, costs }) => [...statements, ...costs])],
  ['Events', () => benchEvents().then(flatRows)],
  ['People', benchUser],
  ['Catalogue', async () => Object.values(await benchCatalog()).flat()],
  ['Idle', benchIdle],
  ['Memory of the one process', benchMemory],
  ['Numbers that keep their text', benchExactJson],
];

const all: Row[] = [];
for (const [bench, run] of BENCHES) {
  const rows = await run();
  report(bench, rows);
  all.push(...rows.map((row) => ({ bench, ...row })));
}
reportJson(all);
