import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { stringify } from 'yaml';
import { emit } from './generated-files.ts';
import { readSubgraphs } from './subgraphs.ts';

/**
 * Composes every subgraph into the supergraph that the gateway serves, and writes rover.yaml, so that the rover CLI sees
 * the same one. Hints count as errors: each is a place where two subgraphs disagree.
 */
const subgraphs = await readSubgraphs();
const composed = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
const problems = [...(composed.errors ?? []), ...(composed.hints ?? [])].map(String);

if (problems.length > 0 || !composed.supergraphSdl) {
  console.error(problems.join('\n'));
  process.exit(1);
}

const rover = subgraphs.map(({ name, url, file }) => [name, { routing_url: url, schema: { file } }]);
await emit(
  {
    ...Object.fromEntries(subgraphs.map(({ file, sdl }) => [file, sdl])),
    'schema/supergraph.graphql': `${composed.supergraphSdl.trim()}\n`,
    'rover.yaml': stringify({ federation_version: '=2.14.4', subgraphs: Object.fromEntries(rover) }),
  },
  'compose',
);
