import { readFile } from 'node:fs/promises';
import { Supergraph } from '@apollo/federation-internals';

const SUPERGRAPH = new URL('../../schema/supergraph.graphql', import.meta.url);

export interface SupergraphSource {
  readonly sdl: string;
  /** Names and addresses of the subgraphs, as the supergraph gives them. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  readonly parsed: Supergraph;
}

/** The supergraph that `npm run compose` made, or another one. */
export async function readSupergraph(sdl?: string): Promise<SupergraphSource> {
  const text = sdl ?? (await readFile(SUPERGRAPH, 'utf8'));
  const parsed = Supergraph.build(text);
  return { sdl: text, parsed, subgraphs: parsed.subgraphsMetadata().map(({ name, url }) => ({ name, url })) };
}
