import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A fresh, empty database on the PostgreSQL of this test run. */
export function createDatabase(purpose: string): Promise<TestDatabase> {
  return create(purpose, '');
}

/** A copy of a database there that nobody uses meanwhile. */
export function copyDatabase(purpose: string, url: string): Promise<TestDatabase> {
  return create(purpose, `template "${new URL(url).pathname.slice(1)}"`);
}

async function create(purpose: string, template: string): Promise<TestDatabase> {
  const name = `${purpose}_${randomBytes(6).toString('hex')}`;
  const admin = adminUrl();
  await onServer(admin, `create database "${name}" ${template} strategy=file_copy`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(admin, `drop database if exists "${name}" with (force)`) };
}

function adminUrl(): string {
  const url = process.env['AGORA_TEST_POSTGRES'];
  if (!url) throw new Error('AGORA_TEST_POSTGRES is not set: tests run through "npm test".');
  return url;
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
