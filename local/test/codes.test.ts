import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { COMMON_CODES } from '@agora/platform/errors';
import { codesIn } from '@agora/schema/user-errors';
import { describe, expect, test } from '@jest/globals';
import { buildASTSchema, type GraphQLSchema, isEnumType, parse } from 'graphql';
import * as z from 'zod';

const ROOT = new URL('../../', import.meta.url);
const names = readdirSync(new URL('subgraphs/', ROOT), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const subgraphs = await Promise.all(
  [...names, 'root'].map(async (name) => ({ name, own: await ownCodes(name), schema: await schemaOf(name) })),
);

test('the graph has the codes that all subgraphs share and those that one of them has, and no other', () => {
  const known = new Set([...COMMON_CODES, ...subgraphs.flatMap(({ own }) => own)]);
  for (const { schema } of subgraphs) {
    const type = schema.getType('UserErrorCode');
    expect(
      isEnumType(type) &&
        type
          .getValues()
          .map(({ name }) => name)
          .sort(),
    ).toEqual([...known].sort());
  }
});

describe.each(subgraphs)('$name', ({ own, schema }) => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

  test('its mutations say, in order, codes that it may answer', () => {
    for (const { name, description } of mutations) {
      const codes = codesIn(description) ?? [];
      expect({ name, codes }).toEqual({ name, codes: [...new Set(codes)].sort() });
      expect({ name, codes: codes.filter((code) => !new Set<string>([...COMMON_CODES, ...own]).has(code)) }).toEqual({ name, codes: [] });
    }
  });

  test('each code of its own is one that a mutation says', () => {
    const said = mutations.flatMap(({ description }) => codesIn(description) ?? []);
    expect(own.filter((code) => !said.includes(code))).toEqual([]);
  });
});

async function ownCodes(name: string): Promise<readonly string[]> {
  const file = new URL(`subgraphs/${name}/src/codes.ts`, ROOT);
  return existsSync(file) ? z.object({ codes: z.array(z.string()) }).parse(await import(file.pathname)).codes : [];
}

async function schemaOf(name: string): Promise<GraphQLSchema> {
  const sdl = await readFile(new URL(`schema/subgraphs/${name}.graphql`, ROOT), 'utf8');
  return buildASTSchema(parse(sdl), { assumeValidSDL: true });
}
