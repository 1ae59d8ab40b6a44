import type { SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { peopleOf } from './support/people.ts';
import { startUser } from './support/user.ts';

let user: SubgraphUnderTest;
const people = peopleOf(() => user);

beforeAll(async () => {
  user = await startUser();
});
afterAll(() => user.stop());

test('profiles are listed newest first, page by page, with one statement a type a level', async () => {
  for (let i = 0; i < 24; i++) await people.member({ profileKind: 'SPECIALIST', displayName: `Gardener ${i}` });
  const page = `query ($first: Int, $after: String) {
    profiles(first: $first, after: $after, filter: { kind: SPECIALIST }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { kind user { displayName profile { isVerifiedSeller user { id } } } }
    }
  }`;
  const names = (answer: object) => (answer as Page).profiles.nodes.map((node) => node.user.displayName);

  user.statements();
  const first = await user.data(page, { first: 22 });
  const statements = user.statements().filter((sql) => /from "?(account|profile)"?/.test(sql));
  expect(names(first)).toEqual(Array.from({ length: 22 }, (_, i) => `Gardener ${23 - i}`));
  // The page, its count, the users, their profiles, and the users of those.
  expect(statements).toHaveLength(5);

  const { endCursor, hasNextPage } = (first as unknown as Page).profiles.pageInfo;
  expect(hasNextPage).toBe(true);
  expect(names(await user.data(page, { first: 2, after: endCursor }))).toEqual(['Gardener 1', 'Gardener 0']);

  for (const variables of [{ first: 0 }, { first: 100_000 }, { after: 'nonsense' }]) {
    expect((await user.ask(page, variables)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
});

interface Page {
  readonly profiles: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly user: { readonly displayName: string } }[];
  };
}
