import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, Source } from 'graphql';
import { foldExtensions } from './fold-extensions.ts';
import { nodeStubs } from './node-stubs.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

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
  const shared = await readFile(path.join(ROOT, 'schema/shared.graphql'), 'utf8');
  const folders = (await readdir(path.join(ROOT, 'subgraphs'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  const subgraphs = await Promise.all(names.map((name) => source(name, `subgraphs/${name}/schema`, shared)));
  const root = await source('root', 'gateway/src/root/schema', shared);
  return [...subgraphs, { ...root, sdl: `${root.sdl}\n${nodeStubs(subgraphs.map(({ sdl }) => sdl))}\n` }];
}

async function source(name: string, folder: string, shared: string): Promise<SubgraphSource> {
  const own = await ownSdl(folder);
  return {
    name,
    url: `http://${name}:4000/graphql`,
    file: `schema/subgraphs/${name}.graphql`,
    sdl: `# Made by "npm run compose" from schema/shared.graphql and ${folder}/*.graphql.\n\n${shared.trim()}\n\n${own}\n`,
  };
}

async function ownSdl(folder: string): Promise<string> {
  const files = (await readdir(path.join(ROOT, folder))).filter((file) => file.endsWith('.graphql')).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(ROOT, folder, file), 'utf8')));
  return foldExtensions(texts.map((text, at) => parse(new Source(text, `${folder}/${files[at]}`))));
}
