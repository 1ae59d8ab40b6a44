import type { Agora } from '@agora/e2e/agora';
import type { Read } from './full-data.ts';
import { sideBySide } from './side-by-side.ts';
import { round, type Row } from './table.ts';

/** What the read cache spares, of pages that guests ask for: one of two marketplaces keeps nothing. Milliseconds of CPU for each page. */
export async function gainOfCache(agora: Agora, reads: readonly Read[]): Promise<Row[]> {
  const rows: Row[] = [];
  let before = { hits: 0, asked: 0 };
  for await (const { read, one: without, other: keeping } of sideBySide(agora, reads, [{ READ_CACHE: 'off' }, { READ_CACHE: 'memory' }])) {
    const after = await outcomes(keeping.agora);
    const [hits, asked] = [after.hits - before.hits, after.asked - before.asked];
    before = after;
    rows.push({
      what: read.name,
      'CPU ms without': round(without.ours, 2),
      'with it': round(keeping.ours, 2),
      'PostgreSQL ms without': round(without.postgres, 2),
      'with it ': round(keeping.postgres, 2),
      'hits %': asked === 0 ? null : round((100 * hits) / asked),
    });
  }
  return rows;
}

/** What the cache has told of itself so far. */
async function outcomes({ url }: Agora): Promise<{ hits: number; asked: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = [...text.matchAll(/^agora_read_cache_reads_total\{.*outcome="(\w+)"\} (\d+)/gm)];
  const sum = (found: typeof counts) => found.reduce((total, [, , count]) => total + Number(count), 0);
  return { hits: sum(counts.filter(([, outcome]) => outcome !== 'miss')), asked: sum(counts) };
}
