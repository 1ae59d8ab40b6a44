import { globSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import ts from 'typescript';
import { asyncApi, readNamedEvents, readProjections } from './asyncapi.ts';
import { eventTable } from './event-table.ts';
import { emit } from './generated-files.ts';
import { readSubgraphs } from './subgraphs.ts';

/**
 * Writes `src/graph/schema.generated.ts` of each subgraph. What the resolvers of a type are given is the type of the same
 * name that the `mappers.ts` of one of its rooms exports. Beside them, `asyncapi.json` describes every event
 * for programs, and `docs/events.md` for people.
 */
const published = JSON.parse(await readFile('schema/scalars.json', 'utf8')) as Record<string, string>;
const folders = new Set(await readdir('subgraphs'));
const events = await readNamedEvents();
const files: Record<string, string> = {
  'schema/asyncapi.json': asyncApi(events),
  'docs/events.md': eventTable(events, await readProjections()),
};
for (const { name, sdl } of await readSubgraphs()) {
  if (folders.has(name)) files[`subgraphs/${name}/src/graph/schema.generated.ts`] = await generate(name, sdl);
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
      mappers: { Money: '@agora/platform/money#Money as MoneyParent', ...(await mappersOf(`subgraphs/${name}/src`)) },
      scalars: { ...published, ID: 'string', DateTime: { input: 'string', output: 'string | Date' } },
    },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  return `// Made by "npm run codegen" from schema/subgraphs/${name}.graphql.\n\n${code}`;
}

/** By the name of a GraphQL type, the type that its resolvers are given, as the plugins want it said. */
async function mappersOf(source: string): Promise<Record<string, string>> {
  const mappers: Record<string, string> = {};
  for (const file of globSync('*/mappers.ts', { cwd: source }).sort()) {
    for (const type of exportedTypes(await readFile(path.join(source, file), 'utf8'))) {
      if (mappers[type]) throw new Error(`${source}/${file} exports ${type}, and so does another room.`);
      mappers[type] = `../${file}#${type} as ${type}Parent`;
    }
  }
  return mappers;
}

function exportedTypes(source: string): string[] {
  const { statements } = ts.createSourceFile('mappers.ts', source, ts.ScriptTarget.Latest);
  const types = statements.filter((statement) => ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement));
  return types.filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)).map(({ name }) => name.text);
}
