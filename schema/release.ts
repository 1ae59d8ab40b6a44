import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { Supergraph } from '@apollo/federation-internals';
import { printSchema } from 'graphql';

/** Takes the present graph and events as released: what `npm run check` compares later ones with. Run it at a release. */
const api = Supergraph.build(await readFile('schema/supergraph.graphql', 'utf8'))
  .apiSchema()
  .toGraphQLJSSchema();
await mkdir('schema/released', { recursive: true });
await writeFile('schema/released/graph.graphql', `${printSchema(api)}\n`);
await writeFile('schema/released/asyncapi.json', await readFile('schema/asyncapi.json', 'utf8'));
