import { readdir, readFile } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { asyncApi } from './asyncapi.ts';
import { emit } from './generated-files.ts';
import { readSubgraphs } from './subgraphs.ts';

/**
 * Writes `src/api/schema.generated.ts` of each subgraph. What the resolvers of a type are given is the type of the same
 * name that `src/api/parents.ts` exports. Beside them, `asyncapi.json` describes every event.
 */
const published = JSON.parse(await readFile('schema/scalars.json', 'utf8')) as Record<string, string>;
const folders = new Set(await readdir('subgraphs'));
const files: Record<string, string> = { 'schema/asyncapi.json': await asyncApi() };
for (const { name, sdl } of await readSubgraphs()) {
  if (folders.has(name)) files[`subgraphs/${name}/src/api/schema.generated.ts`] = await generate(name, sdl);
}
await emit(files, 'codegen');

async function generate(name: string, sdl: string): Promise<string> {
  const code = await codegen({
    filename: 'schema.generated.ts',
    schema: parse(sdl),
    documents: [],
    config: {
      federation: true,
      enumType: 'string-literal',
      enumsAsTypes: true,
      useTypeImports: true,
      importExtension: '.ts',
      emitLegacyCommonJSImports: false,
      contextType: '../context.ts#Context',
      mappers: Object.fromEntries((await parentsOf(name)).map((type) => [type, `./parents.ts#${type} as ${type}Parent`])),
      scalars: { ...published, ID: 'string', DateTime: { input: 'string', output: 'string | Date' } },
    },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  return `// Made by "npm run codegen" from schema/subgraphs/${name}.graphql.\n\n${code}`;
}

async function parentsOf(name: string): Promise<string[]> {
  const source = await readFile(`subgraphs/${name}/src/api/parents.ts`, 'utf8').catch(() => '');
  return [...source.matchAll(/^export (?:type|interface) (\w+)/gm)].map((match) => match[1] ?? '');
}
