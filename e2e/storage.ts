import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { subgraphNames } from '@agora/local/repository';
import { settingOf } from '@agora/platform/service/settings';
import { copyDatabase, createDatabase, type TestDatabase } from '@agora/platform/testing/databases';
import * as z from 'zod';

/** Where a marketplace of a test keeps its data. */
export interface Storage {
  /** Its AGORA_DATA. */
  readonly folder: string;
  /** Of each service, and `bus` of its events; none where it starts a PostgreSQL of its own. */
  readonly databaseUrls: Readonly<Record<string, string>>;
  delete(): Promise<void>;
}

/** What another marketplace left, which does not run any more. */
export type Left = Pick<Storage, 'folder' | 'databaseUrls'>;

const BUS = 'bus';
const Left = z.object({ folder: z.string(), databaseUrls: z.record(z.string(), z.string()) });

/** An empty folder, in which a marketplace makes everything itself. */
export async function emptyFolder(): Promise<Storage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'agora-e2e-'));
  return { folder, databaseUrls: {}, delete: () => rm(folder, { recursive: true, force: true }) };
}

/** Databases on the PostgreSQL of this test run, which writes nothing through to the disk: empty, or what another marketplace left. */
export async function onTestPostgres(left?: Left): Promise<Storage> {
  const { folder, delete: deleteFolder } = await emptyFolder();
  if (left) await cp(left.folder, folder, { recursive: true });
  const databases = await Promise.all([...subgraphNames(), BUS].map((name) => databaseOf(name, left)));
  return {
    folder,
    databaseUrls: Object.fromEntries(databases.map(({ name, url }) => [name, url])),
    async delete() {
      await Promise.all([deleteFolder(), ...databases.map((database) => database.drop())]);
    },
  };
}

async function databaseOf(name: string, left: Left | undefined): Promise<TestDatabase & { readonly name: string }> {
  const copied = left?.databaseUrls[name];
  return { name, ...(await (copied === undefined ? createDatabase(name) : copyDatabase(name, copied))) };
}

/** What a marketplace is told of it; over Kafka no database has its events. */
export function environmentOf({ folder, databaseUrls }: Storage, { onKafka }: { readonly onKafka: boolean }): Record<string, string> {
  const urls = Object.entries(databaseUrls).filter(([name]) => !(onKafka && name === BUS));
  return { AGORA_DATA: folder, ...Object.fromEntries(urls.map(([name, url]) => [settingOf(name, 'DATABASE_URL'), url])) };
}

/** As a line that `leftIn` reads. */
export function leftBy({ folder, databaseUrls }: Storage): string {
  return JSON.stringify({ folder, databaseUrls });
}

export function leftIn(line: string): Left {
  return Left.parse(JSON.parse(line));
}
