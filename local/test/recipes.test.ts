import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '@agora/platform/testing/eventually';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { freePort } from '@agora/platform/free-port';
import { copyOfRepository } from './support/copy-of-repository.ts';
import { endPrograms, freshEnvironment, type Program, run } from './support/program.ts';
import { follow } from './support/recipe.ts';

/** Of `npm run check`; what is left out reads documents and tests that are not copied. */
const CHECKS = ['types', 'lint', 'format', 'boundaries', 'personal data', 'generated files', 'generated types', 'graph', 'events'];
const PASSWORD = 'long enough to be a password';

let copy: ReturnType<typeof copyOfRepository>;

beforeAll(() => {
  copy = copyOfRepository();
});
afterAll(async () => {
  await endPrograms();
  copy.delete();
});

/** The recipes build on each other as they are read. */
test.each(['column', 'type', 'subgraph'])('the recipe of a %s can be followed to its end', async (recipe) => {
  await follow(readFileSync(path.resolve(import.meta.dirname, `../../docs/recipes/${recipe}.md`), 'utf8'), copy.dir);
});

test('what the recipes made passes the check', async () => {
  await succeeds(inCopy('check', CHECKS));
});

test('what the recipes promise holds', async () => {
  await succeeds(inCopy('test', ['subgraphs/forum/test/(posts|tips)', 'subgraphs/loyalty', 'local/test/resolvers', 'local/test/codes']));
});

test('the marketplace starts with what they made, and node finds it by its id', async () => {
  const port = await freePort();
  const program = inCopy('start', [], { AGORA_DATA: copy.file('.agora'), PORT: String(port), AGORA_DEMO: 'off' });
  void program.ended.catch(() => {});
  await program.says('Agora is ready');
  const ask = asking(`http://127.0.0.1:${port}/graphql`);

  const REGISTER = `mutation { userRegister(input: { email: "ana@example.test", password: "${PASSWORD}", displayName: "Ana" }) { session { accessToken } } }`;
  const Registered = z.object({ userRegister: z.object({ session: z.object({ accessToken: z.string() }) }) });
  const { accessToken } = Registered.parse(await ask(REGISTER)).userRegister.session;
  const Viewer = z.object({ viewer: z.object({ card: z.object({ id: z.string() }) }) });
  const card = await eventually(async () => Viewer.safeParse(await ask('{ viewer { card { id } } }', accessToken)).data?.viewer.card.id);
  expect(await ask(`{ node(id: "${card}") { ... on Card { points } } }`, accessToken)).toEqual({ node: { points: 0 } });
});

function inCopy(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  return run(['local/launch.mjs', script, ...args], { cwd: copy.dir, env: freshEnvironment(env) });
}

async function succeeds(program: Program): Promise<void> {
  const code = await program.ended;
  if (code !== 0) throw new Error(program.said());
}

function asking(url: string) {
  return async (query: string, token?: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return z.object({ data: z.unknown() }).parse(await response.json()).data;
  };
}
