import * as z from 'zod';
import { round, type Row } from '../table.ts';
import { type Arena, post, type Running } from './arena.ts';
import { contestants } from './contestants.ts';
import { distinctOperation } from './queries.ts';

const STEPS = [0, 1_000, 2_500, 5_000, 10_000];
const AT_ONCE = 8;
const Memory = z.object({ rss: z.number(), heapUsed: z.number() });

/** What ours holds after so many distinct operations, collected garbage left out: bounded caches stop growing. */
export async function distinctOperationsHeld(arena: Arena): Promise<Row[]> {
  const [agora] = (await contestants(['agora'])).contestants;
  if (!agora) return [];
  const running = await arena.start(agora);
  const rows: Row[] = [];
  let sent = 0;
  for (const step of STEPS) {
    const failed = await send(running, sent, step);
    sent = step;
    const { rss, heapUsed } = Memory.parse(await running.child.ask('memory'));
    rows.push({ 'distinct operations': step, failed, 'heap MB': round(heapUsed), 'RSS MB': Math.round(rss) });
  }
  await running.child.stop();
  return rows;
}

async function send({ url }: Running, from: number, to: number): Promise<number> {
  let next = from;
  let failed = 0;
  const connection = async () => {
    while (next < to) {
      const text = await post(url, distinctOperation('medium', `n${next++}`));
      if (text.includes('"errors"')) failed++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, connection));
  return failed;
}
