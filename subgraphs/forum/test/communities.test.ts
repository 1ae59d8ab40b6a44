import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import { CERAMICS, type Forum, openForum } from './forum.ts';

let forum: Forum;

beforeAll(async () => {
  forum = await openForum();
});
afterAll(() => forum.stop());

test('communities are found by id and by slug, never by both or neither, and by no other id', async () => {
  const byId = await forum.data('query ($id: ID!) { community(id: $id) { id slug } }', { id: CERAMICS });
  expect(byId).toEqual({ community: { id: CERAMICS, slug: 'ceramics' } });
  const entities = await forum.data(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Community { slug } ... on Post { title } ... on Comment { body } } }',
    {
      r: [
        { __typename: 'Community', id: CERAMICS },
        { __typename: 'Community', slug: 'coffee-and-kitchen' },
        { __typename: 'Community', slug: "'; drop table community" },
        { __typename: 'Community', id: 'com_\0' },
        { __typename: 'Post', id: CERAMICS },
        { __typename: 'Comment', id: newId('cmt') },
      ],
    },
  );
  expect(entities).toEqual({ _entities: [{ slug: 'ceramics' }, { slug: 'coffee-and-kitchen' }, null, null, null, null] });
  for (const query of [
    '{ community { id } }',
    `{ community(id: "${CERAMICS}", slug: "ceramics") { id } }`,
    '{ communities(first: 101) { nodes { id } } }',
  ]) {
    expect((await forum.ask(query)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});
