import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { identityOf } from '../launch/processes.mjs';
import { findPostgres, type Postgres, startPostgres } from '../src/postgres.ts';
import { endPrograms, freshEnvironment, run, until } from './support/program.ts';
import { skipped } from './support/skipped.ts';

const HOLDER = path.join(import.meta.dirname, 'support', 'hold-postgres.ts');
const STARVING = path.join(import.meta.dirname, 'support', 'starve.ts');
const isRoot = process.getuid?.() === 0;

let temporary: string;
let dir: string;
const started: Postgres[] = [];

beforeEach(() => {
  temporary = mkdtempSync(path.join(os.tmpdir(), 'agora-postgres-test-'));
  chmodSync(temporary, 0o755);
  dir = path.join(temporary, 'postgres');
});

afterEach(async () => {
  await endPrograms();
  const left = await findPostgres(dir);
  await Promise.all(started.splice(0).map((postgres) => postgres.stop()));
  if (left && identityOf(left.pid)) process.kill(left.pid, 'SIGQUIT');
  await until(
    () => !left || identityOf(left.pid) === null,
    () => 'PostgreSQL did not end.',
  );
  rmSync(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

async function start(databases: readonly string[] = ['shop']): Promise<Postgres> {
  const postgres = await startPostgres({ dir, databases });
  started.push(postgres);
  return postgres;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0];
  } finally {
    await client.end();
  }
}

test('what is committed survives a restart, and new databases are added beside it', async () => {
  const first = await start();
  await ask(first.url('shop'), 'create table kept as select 42 as answer');
  await first.stop();
  expect(identityOf(first.pid)).toBeNull();
  expect(await findPostgres(dir)).toBeNull();

  const second = await start(['shop', 'bus']);
  expect(second.adopted).toBe(false);
  expect(await ask(second.url('shop'), 'select answer from kept')).toEqual({ answer: 42 });
  expect(await ask(second.url('bus'), 'select current_database() as name')).toEqual({ name: 'bus' });
});

test('commits wait for the disk, and only this machine may connect, with the password', async () => {
  const postgres = await start();
  const settings = `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as host`;
  expect(await ask(postgres.url('shop'), settings)).toEqual({ fsync: 'on', commit: 'on', host: '127.0.0.1' });
  const url = new URL(postgres.url('shop'));
  url.password = 'wrong';
  await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect(statSync(path.join(dir, 'password')).mode & 0o777).toBe(0o600);
});

test('a program that is killed leaves it running, and the next one goes on with it', async () => {
  const holder = run([HOLDER, dir], { env: freshEnvironment() });
  await holder.says('holding');
  holder.signal('SIGKILL');
  expect(await holder.ended).toBe('SIGKILL');

  const left = await findPostgres(dir);
  const next = await start();
  expect(next.adopted).toBe(true);
  expect(next.pid).toBe(left?.pid);
  await next.stop();
  expect(identityOf(next.pid)).toBeNull();
});

test('a program that ends in any other way does not leave it running', async () => {
  const holder = run([HOLDER, dir, 'exit'], { env: freshEnvironment() });
  expect(await holder.ended).toBe(3);
  const pid = Number(/holding (\d+)/.exec(holder.said())?.[1]);
  await until(
    () => identityOf(pid) === null,
    () => `PostgreSQL still runs as process ${pid}.`,
  );
});

test("a terminal's Ctrl-C does not reach it", async () => {
  const postgres = await start();
  const groupOf = (pid: number) => spawnSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  expect(groupOf(postgres.pid)).toBe(String(postgres.pid));
  expect(groupOf(process.pid)).not.toBe(String(postgres.pid));
});

test('when PostgreSQL itself is killed, it is started again where it was', async () => {
  const postgres = await start();
  const { pid } = postgres;
  await ask(postgres.url('shop'), 'create table kept as select 42 as answer');
  process.kill(pid, 'SIGKILL');
  await until(
    () => postgres.pid !== pid,
    () => 'It was not started again.',
  );
  expect(await ask(postgres.url('shop'), 'select answer from kept')).toEqual({ answer: 42 });
});

test('a program that has no file descriptor left does not take PostgreSQL for dead', async () => {
  const starving = run([STARVING, dir], { env: freshEnvironment(), maxFiles: 100 });
  expect(await starving.ended).toBe(0);
  expect(starving.said()).toMatch(/^starving: Error: EMFILE.*\nkept\n$/);
});

test('after a kill of it and of its program it recovers, also when its number was given to another process', async () => {
  const holder = run([HOLDER, dir], { env: freshEnvironment() });
  await holder.says('holding');
  const pid = Number(/holding (\d+)/.exec(holder.said())?.[1]);
  const pidFile = path.join(dir, 'data', 'postmaster.pid');
  const remembered = readFileSync(pidFile, 'utf8');
  holder.signal('SIGKILL');
  await holder.ended;
  process.kill(pid, 'SIGKILL');
  await until(
    () => identityOf(pid) === null,
    () => 'It did not die.',
  );
  writeFileSync(pidFile, remembered.replace(/^\d+/, String(process.pid)));

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await ask(second.url('shop'), 'select 1 as one')).toEqual({ one: 1 });
});

test('an initialisation that was cut off is begun again', async () => {
  mkdirSync(path.join(dir, 'data.new', 'base'), { recursive: true });
  const postgres = await start();
  expect(await ask(postgres.url('shop'), 'select 1 as one')).toEqual({ one: 1 });
});

(isRoot ? test : skipped('root may keep the data anywhere, which only root can show.'))(
  'root may keep the data in a folder that nobody else can enter',
  async () => {
    chmodSync(temporary, 0o700);
    const postgres = await start();
    expect(await ask(postgres.url('shop'), 'create table kept as select 42 as answer')).toBeUndefined();
    const owner = spawnSync('ps', ['-o', 'user=', '-p', String(postgres.pid)], { encoding: 'utf8' }).stdout.trim();
    expect(owner).toBe('nobody');
  },
);

test('a folder that cannot be written is told in one sentence', async () => {
  writeFileSync(path.join(temporary, 'file'), '');
  await expect(startPostgres({ dir: path.join(temporary, 'file', 'postgres'), databases: [] })).rejects.toThrow(
    /^AGORA_DATA: .* cannot be written \(ENOTDIR\)\. Make it writable, or choose another folder with AGORA_DATA\.$/,
  );
});
