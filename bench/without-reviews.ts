import type { Agora } from '@agora/e2e/agora';
import pg from 'pg';
import type { Read } from './full-data.ts';
import { sideBySide } from './side-by-side.ts';
import { round, type Row } from './table.ts';

const TRIES = 20;

/** What pages cost guests where every product has reviews, beside a marketplace on a copy of its catalogue without any. Milliseconds of CPU for each page. */
export async function priceOfReviews(agora: Agora, reads: readonly Read[]): Promise<Row[]> {
  const rows: Row[] = [];
  const settings = [{ CATALOG_DATABASE_URL: await copyWithoutReviews(await agora.databaseUrl('catalog')) }, {}] as const;
  for await (const { read, one: without, other: withThem } of sideBySide(agora, reads, settings))
    rows.push({
      what: read.name,
      'CPU ms without': round(without.ours, 2),
      'with them': round(withThem.ours, 2),
      'PostgreSQL ms without': round(without.postgres, 2),
      'with them ': round(withThem.postgres, 2),
      'in all, beside without': round((withThem.ours + withThem.postgres) / (without.ours + without.postgres), 2),
    });
  return rows;
}

async function copyWithoutReviews(url: string): Promise<string> {
  const [source, copy] = [new URL(url).pathname.slice(1), new URL(url)];
  copy.pathname = `${source}_without_reviews`;
  const admin = new URL(url);
  admin.pathname = 'postgres';
  await onDatabase(admin.href, async (server) => {
    // Nobody may be connected to a database that is copied. The service that is comes again.
    for (let attempt = 1; ; attempt++) {
      await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [source]);
      try {
        await server.query(`create database "${source}_without_reviews" template "${source}" strategy=file_copy`);
        return;
      } catch (error) {
        if (attempt === TRIES) throw error;
      }
    }
  });
  await onDatabase(copy.href, async (database) => {
    await database.query('truncate review, review_vote');
    await database.query('update product set rating_histogram = default');
    await database.query('vacuum (full, analyze) product');
    await database.query('vacuum (analyze)');
  });
  return copy.href;
}

async function onDatabase(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
