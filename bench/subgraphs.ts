import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Names of the subgraphs: the folders of `subgraphs/`. */
export function subgraphsOf(): Promise<string[]> {
  return readdir(path.resolve(import.meta.dirname, '../subgraphs'));
}
