import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type ResolverModules, resolvedSchema } from '@agora/platform/graph/resolved-schema';
import { expect, test } from '@jest/globals';

const ROOT = new URL('../../', import.meta.url);
const subgraphs = readdirSync(new URL('subgraphs/', ROOT), { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(subgraphs.map(({ name }) => name))('every field of %s is resolved, and by one module', async (name) => {
  const sdl = await readFile(new URL(`schema/subgraphs/${name}.graphql`, ROOT), 'utf8');
  const file = new URL(`subgraphs/${name}/src/graph/resolvers.ts`, ROOT);
  const { resolvers }: { resolvers: ResolverModules } = await import(file.pathname);
  expect(resolvedSchema(name, sdl, resolvers).getQueryType()).toBeDefined();
});
