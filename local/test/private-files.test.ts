import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { claimDataFolder, type DataFolder } from '../src/data-folder.ts';
import { type Postgres, startPostgres } from '../src/postgres.ts';
import { openToOthers } from './support/open-to-others.ts';

let temporary: string;
let data: string;

beforeEach(() => {
  temporary = mkdtempSync(path.join(os.tmpdir(), 'agora-private-'));
  data = path.join(temporary, 'data');
});
afterEach(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

test('nobody else may read what a marketplace keeps, nor what an earlier start left open', async () => {
  await aDay();
  expect(openToOthers(data)).toEqual([]);

  for (const entry of ['', 'gateway-secret', 'postgres', 'postgres/password', 'postgres/postgres.log']) {
    chmodSync(path.join(data, entry), 0o755);
  }
  await aDay();
  expect(openToOthers(data)).toEqual([]);
});

test('a folder that others use as well is left as it is, and what is ours in it is private', async () => {
  mkdirSync(data);
  writeFileSync(path.join(data, 'letters.txt'), '');
  chmodSync(data, 0o755);
  await aDay();
  expect(openToOthers(data)).toEqual([data, path.join(data, 'letters.txt')]);
});

test("PostgreSQL's log holds nothing of what people wrote", async () => {
  await aDay(async (postgres) => {
    const client = new pg.Client({ connectionString: postgres.url('shop') });
    await client.connect();
    await client.query('create table account (email text unique)');
    await client.query("insert into account values ('zoe@people.example')");
    await expect(client.query("insert into account values ('zoe@people.example')")).rejects.toThrow('account_email_key');
    await expect(client.query('insert into account values ($1), ($1)', ['eva@people.example'])).rejects.toThrow('account_email_key');
    await client.end();
  });
  const log = readFileSync(path.join(data, 'postgres', 'postgres.log'), 'utf8');
  expect(log).toContain('account_email_key');
  expect(log).not.toMatch(/people\.example|insert into/);
});

async function aDay(work: (postgres: Postgres) => Promise<void> = async () => {}): Promise<void> {
  const folder: DataFolder = await claimDataFolder(data, 'http://127.0.0.1:4000');
  folder.secret('gateway-secret');
  const postgres = await startPostgres({ dir: folder.postgres, databases: ['shop'] });
  try {
    await work(postgres);
    expect(readdirSync(data)).toContain('running.json');
  } finally {
    await postgres.stop();
    await folder.stop();
  }
}
