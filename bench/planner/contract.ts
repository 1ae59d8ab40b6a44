import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { Kind, parse, print, separateOperations } from 'graphql';

/** A graph, and what is asked of it. */
export interface Contract {
  readonly supergraphSdl: string;
  readonly operations: readonly ContractOperation[];
}

export interface ContractOperation {
  readonly screen: string;
  readonly name: string;
  readonly type: string;
  /** The operation with its fragments. */
  readonly query: string;
}

const SNAPSHOT = path.join(import.meta.dirname, 'contract');
/** Stands before the SDL of each subgraph. */
const SHARED = '_shared';

/**
 * The graph that is to come, all subgraphs answering at one address: `folder` has a file for each subgraph, `_shared.graphql` and
 * `operations/`, with a file for each screen. Where it is absent, the snapshot beside this file, composed and without descriptions.
 */
export async function readContract(origin: string, folder: string | undefined): Promise<Contract> {
  const screens = await filesIn(path.join(folder ?? SNAPSHOT, 'operations'));
  const operations = screens.flatMap(([screen, text]) => operationsIn(screen, text));
  if (folder !== undefined) return { supergraphSdl: composed(await filesIn(folder), `${origin}/graphql`), operations };
  const sdl = await readFile(path.join(SNAPSHOT, 'supergraph.graphql'), 'utf8');
  return { supergraphSdl: sdl.replaceAll(/url: "[^"]*\/graphql"/g, `url: "${origin}/graphql"`), operations };
}

function composed(files: readonly (readonly [name: string, text: string])[], url: string): string {
  const shared = files.find(([name]) => name === SHARED)?.[1] ?? '';
  const subgraphs = files.filter(([name]) => name !== SHARED);
  const { supergraphSdl, errors = [] } = composeServices(
    subgraphs.map(([name, text]) => ({ name, url, typeDefs: parse(`${shared}\n${text}`) })),
  );
  if (!supergraphSdl) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

function operationsIn(screen: string, text: string): ContractOperation[] {
  return Object.values(separateOperations(parse(text))).flatMap((document) =>
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [{ screen, name: definition.name?.value ?? '', type: definition.operation, query: print(document) }]
        : [],
    ),
  );
}

async function filesIn(folder: string): Promise<(readonly [name: string, text: string])[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    names.map(async (file) => [path.basename(file, '.graphql'), await readFile(path.join(folder, file), 'utf8')] as const),
  );
}
