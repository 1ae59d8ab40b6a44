import { readFile } from 'node:fs/promises';

/** The folder of the SQL that makes a service's own tables. */
export function migrationsOf(name: string): URL {
  return new URL(`../../../subgraphs/${name}/migrations/`, import.meta.url);
}

/** Its part of the graph. */
export function sdlOf(name: string): Promise<string> {
  return readFile(new URL(`../../../schema/subgraphs/${name}.graphql`, import.meta.url), 'utf8');
}
