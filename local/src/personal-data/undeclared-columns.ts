import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { personalData as platformTables } from '@agora/platform/database/platform-tables';
import { personalData as busTables } from '@agora/platform/transport/postgres/personal-data';
import type { EntityClass } from '@mikro-orm/postgresql';
import { columnsIn } from './columns-in-sql.ts';
import { declaredColumns } from './declared-columns.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** How many columns the migrations of all services make, and what is wrong with what is said of them. */
export async function undeclaredColumns(): Promise<{ columns: number; problems: string[] }> {
  const [places, problems]: [Place[], string[]] = [[], []];
  for (const name of (await readdir(path.join(ROOT, 'subgraphs'))).sort()) {
    const { entities } = (await import(path.join(ROOT, 'subgraphs', name, 'src/entities.ts'))) as {
      entities: readonly EntityClass<object>[];
    };
    const declared = declaredColumns(entities);
    problems.push(...declared.problems.map((problem) => `subgraphs/${name}: ${problem}`));
    places.push({ folder: `subgraphs/${name}/migrations`, declared: declared.columns });
  }
  places.push({ folder: 'platform/migrations', declared: namesIn(platformTables) });
  places.push({ folder: 'platform/src/transport/postgres', declared: namesIn(busTables) });

  let columns = 0;
  for (const { folder, declared } of places) {
    const made = columnsIn(await sqlIn(folder));
    columns += made.size;
    problems.push(...differences(made, declared).map((problem) => `${folder}: ${problem}`));
  }
  return { columns, problems };
}

interface Place {
  /** Of the SQL that makes the tables. */
  readonly folder: string;
  readonly declared: ReadonlySet<string>;
}

export function differences(made: ReadonlySet<string>, declared: ReadonlySet<string>): string[] {
  return [
    ...[...made].filter((column) => !declared.has(column)).map((column) => `${column} does not say whether it is personal.`),
    ...[...declared].filter((column) => !made.has(column)).map((column) => `${column} is declared, and nothing makes it.`),
  ];
}

function namesIn(tables: Readonly<Record<string, object>>): Set<string> {
  return new Set(Object.entries(tables).flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`)));
}

async function sqlIn(folder: string): Promise<string> {
  const files = (await readdir(path.join(ROOT, folder))).filter((file) => file.endsWith('.sql')).sort();
  return (await Promise.all(files.map((file) => readFile(path.join(ROOT, folder, file), 'utf8')))).join('\n');
}
