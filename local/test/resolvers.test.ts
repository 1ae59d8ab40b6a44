import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type ResolverModules, resolvedSchema } from '@agora/platform/graph/resolved-schema';
import { expect, test } from '@jest/globals';

const HOUSE = new URL('../../', import.meta.url);
const subgraphs = readdirSync(new URL('subgraphs/', HOUSE), { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(subgraphs.map(({ name }) => name))('every field of %s is resolved, and by one module', async (name) => {
  const sdl = await readFile(new URL(`schema/subgraphs/${name}.graphql`, HOUSE), 'utf8');
  const file = new URL(`subgraphs/${name}/src/graph/resolvers.ts`, HOUSE);
  const { resolvers }: { resolvers: ResolverModules } = await import(file.pathname);
  expect(resolvedSchema(name, sdl, resolvers).getQueryType()).toBeDefined();
});
