import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { nodeStubs } from './node-stubs.ts';

const HOUSE = path.resolve(import.meta.dirname, '..');

export interface SubgraphSource {
  readonly name: string;
  /** Where the gateway finds it unless `<NAME>_URL` says otherwise. */
  readonly url: string;
  /** The whole SDL, shared part included, as rover and the subgraph itself read it. */
  readonly file: string;
  readonly sdl: string;
}

/**
 * Every folder of `subgraphs/` is a subgraph; there is no other list. `root` is the gateway's own, and knows every `Node` of
 * the others.
 */
export async function readSubgraphs(): Promise<SubgraphSource[]> {
  const shared = await readFile(path.join(HOUSE, 'schema/shared.graphql'), 'utf8');
  const folders = (await readdir(path.join(HOUSE, 'subgraphs'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  const subgraphs = await Promise.all(names.map((name) => source(name, `subgraphs/${name}/schema.graphql`, shared)));
  const root = await source('root', 'gateway/src/root/schema.graphql', shared);
  return [...subgraphs, { ...root, sdl: `${root.sdl}\n${nodeStubs(subgraphs.map(({ sdl }) => sdl))}\n` }];
}

async function source(name: string, own: string, shared: string): Promise<SubgraphSource> {
  return {
    name,
    url: `http://${name}:4000/graphql`,
    file: `schema/subgraphs/${name}.graphql`,
    sdl: `# Made by "npm run compose" from schema/shared.graphql and ${own}.\n\n${shared.trim()}\n\n${(await readFile(path.join(HOUSE, own), 'utf8')).trim()}\n`,
  };
}
