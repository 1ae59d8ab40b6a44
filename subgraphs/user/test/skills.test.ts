import { isDeepStrictEqual } from 'node:util';
import { query } from '@agora/platform/database/database';
import { onOwnConnection } from '@agora/platform/database/own-connection';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { UserSkillsChanged } from '@agora/schema/events/user';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { recountSkills } from '../src/skills/commands/edit-catalogue.ts';
import { onDatabase } from './support/database.ts';
import type { Member } from './support/people.ts';
import { openUser } from './support/user.ts';

const { user, people } = await openUser();
const admin: Member = { ...(await people.member()), roles: ['USER', 'ADMIN'] };

beforeAll(async () => {
  for (const [key, en, es] of [
    ['pottery', 'Pottery', 'Alfarería'],
    ['garden-design', 'Garden design', 'Diseño de jardines'],
    ['soil-science', 'Soil science', 'Ciencia del suelo'],
  ] as const) {
    await edit('Create', {
      key,
      names: [
        { locale: 'en', text: en },
        { locale: 'es', text: es },
      ],
    });
  }
});

const Edited = z.object({
  skill: z.object({ id: z.string(), key: z.string(), name: z.string() }).loose().nullish(),
  deletedSkillId: z.string().nullish(),
  userErrors: z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() })),
});

async function edit(verb: 'Create' | 'Update' | 'Delete', input: object, acceptLanguage = 'en') {
  const edited = verb === 'Delete' ? 'deletedSkillId' : 'skill { id key name names { locale text } userCount }';
  const mutation = `mutation ($input: Skill${verb}Input!) { skill${verb}(input: $input) { ${edited} userErrors { code message field } } }`;
  return Edited.parse((await user.data(mutation, { input }, { as: admin, acceptLanguage }))[`skill${verb}`]);
}

const Chosen = z.object({
  user: z.object({ skills: z.array(z.object({ key: z.string() })) }).nullable(),
  userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable() })),
});

async function choose(as: Actor, ...skillKeys: readonly string[]) {
  const mutation =
    'mutation ($keys: [String!]!) { userSkillsUpdate(input: { skillKeys: $keys }) { user { skills { key } } userErrors { code field } } }';
  return Chosen.parse((await user.data(mutation, { keys: skillKeys }, { as }))['userSkillsUpdate']);
}

describe('the catalogue of skills', () => {
  const named = async (filter: object, acceptLanguage: string) => {
    const { skills } = z
      .object({ skills: z.object({ nodes: z.array(z.object({ name: z.string() })) }) })
      .parse(
        await user.data('query ($filter: SkillFilterInput) { skills(filter: $filter) { nodes { name } } }', { filter }, { acceptLanguage }),
      );
    return skills.nodes.map(({ name }) => name);
  };
  const KEYS = { keys: ['pottery', 'garden-design', 'soil-science'] };

  test('is in the language of who reads it, and in its order', async () => {
    expect(await named(KEYS, 'en')).toEqual(['Garden design', 'Pottery', 'Soil science']);
    expect(await named(KEYS, 'es-CO')).toEqual(['Alfarería', 'Ciencia del suelo', 'Diseño de jardines']);
    expect(await named(KEYS, 'fr')).toEqual(['Garden design', 'Pottery', 'Soil science']);
    const byLocale = '{ skills(filter: { keys: ["pottery"] }) { nodes { name(locale: "es-MX") names { locale text } } } }';
    expect(await user.data(byLocale)).toEqual({
      skills: {
        nodes: [
          {
            name: 'Alfarería',
            names: [
              { locale: 'en', text: 'Pottery' },
              { locale: 'es', text: 'Alfarería' },
            ],
          },
        ],
      },
    });
  });

  test('is searched by the beginning of a word in any language, without accents', async () => {
    expect(await named({ query: 'JARD' }, 'en')).toEqual(['Garden design']);
    expect(await named({ query: 'diseno' }, 'en')).toEqual(['Garden design']);
    expect(await named({ query: 'science' }, 'en')).toEqual(['Soil science']);
    expect(await named({ query: 'cience' }, 'en')).toEqual([]);
    expect(await named({ query: '%' }, 'en')).toEqual([]);
  });

  test('is edited by administrators: one key each, new names, and another in the place of one that goes', async () => {
    const names = [{ locale: 'en', text: 'Weaving' }];
    const { skill } = await edit('Create', { key: 'weaving', names });
    expect(skill).toMatchObject({ key: 'weaving', name: 'Weaving', userCount: 0 });
    expect((await edit('Create', { key: 'weaving', names })).userErrors).toMatchObject([{ code: 'ALREADY_EXISTS', field: ['key'] }]);
    const renamed = await edit('Update', { skillId: skill?.id, names: [{ locale: 'en', text: 'Handweaving' }] });
    expect(renamed.skill).toMatchObject({ key: 'weaving', name: 'Handweaving' });

    const { skill: basketry } = await edit('Create', { key: 'basketry', names });
    const [ana, ben] = [await people.member(), await people.member()];
    await choose(ana, 'basketry', 'pottery');
    await choose(ben, 'basketry', 'weaving');
    await onDatabase(user.databaseUrl, ({ fork }) => recountSkills(fork()));
    expect(await user.data('{ skills(filter: { keys: ["basketry"] }) { nodes { userCount } } }')).toEqual({
      skills: { nodes: [{ userCount: 2 }] },
    });
    expect(await edit('Delete', { skillId: basketry?.id, replaceById: skill?.id })).toMatchObject({
      deletedSkillId: basketry?.id,
      userErrors: [],
    });
    for (const [who, keys] of [
      [ana, ['weaving', 'pottery']],
      [ben, ['weaving']],
    ] as const) {
      expect(await user.data('{ viewer { skills { key } } }', {}, { as: who })).toEqual({
        viewer: { skills: keys.map((key) => ({ key })) },
      });
      const told = { userId: who.id, skillKeys: keys };
      await user.heard(UserSkillsChanged, (event) => isDeepStrictEqual(event, told));
    }
  });

  test.each([
    ['Create', { key: 'No Key', names: [{ locale: 'en', text: 'x' }] }, 'INVALID', ['key']],
    ['Create', { key: 'nameless', names: [] }, 'INVALID', ['names']],
    [
      'Create',
      {
        key: 'twice',
        names: [
          { locale: 'en', text: 'x' },
          { locale: 'en', text: 'y' },
        ],
      },
      'INVALID',
      ['names'],
    ],
    ['Create', { key: 'blank', names: [{ locale: 'en', text: ' ' }] }, 'INVALID', ['names', '0', 'text']],
    ['Update', { skillId: newId('skl'), names: [{ locale: 'en', text: 'x' }] }, 'NOT_FOUND', ['skillId']],
    ['Delete', { skillId: 'skl_\0' }, 'NOT_FOUND', ['skillId']],
  ] as const)('%s of %j is refused', async (verb, input, code, field) => {
    expect((await edit(verb, input)).userErrors).toMatchObject([{ code, field: [...field] }]);
  });

  test('is edited by nobody else', async () => {
    const ana = await people.member();
    for (const [verb, input] of [
      ['Create', { key: 'mine', names: [] }],
      ['Update', { skillId: 'x', names: [] }],
      ['Delete', { skillId: 'x' }],
    ] as const) {
      const mutation = `mutation ($input: Skill${verb}Input!) { skill${verb}(input: $input) { userErrors { code } } }`;
      const { errors } = await user.ask(mutation, { input }, { as: { ...ana, roles: ['USER', 'SELLER', 'MODERATOR'] } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('what somebody can do', () => {
  test('is what they chose last, in their order', async () => {
    const ana = await people.member();
    expect((await choose(ana, 'pottery', 'garden-design', 'pottery')).user).toEqual({
      skills: [{ key: 'pottery' }, { key: 'garden-design' }],
    });
    expect(await user.heard(UserSkillsChanged, ({ userId }) => userId === ana.id)).toEqual({
      userId: ana.id,
      skillKeys: ['pottery', 'garden-design'],
    });
    expect((await choose(ana, 'soil-science')).user).toEqual({ skills: [{ key: 'soil-science' }] });
    expect((await choose(ana)).user).toEqual({ skills: [] });
  });

  test('is of the catalogue, and no more than 50', async () => {
    const ana = await people.member();
    await choose(ana, 'pottery');
    expect(await choose(ana, 'soil-science', 'juggling')).toEqual({
      user: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['skillKeys', '1'] }],
    });
    expect((await choose(ana, 'a\0b')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await choose(ana, ...Array.from({ length: 51 }, (_, i) => `skill-${i}`))).userErrors).toMatchObject([
      { code: 'LIMIT_REACHED' },
    ]);
    expect(await user.data('{ viewer { skills { key } } }', {}, { as: ana })).toEqual({ viewer: { skills: [{ key: 'pottery' }] } });
  });
});

describe('profiles are found', () => {
  const find = async (filter: object, sort?: object) => {
    const { profiles } = z
      .object({ profiles: z.object({ totalCount: z.int(), nodes: z.array(z.object({ user: z.object({ displayName: z.string() }) })) }) })
      .parse(
        await user.data(
          'query ($filter: ProfileFilterInput, $sort: ProfileSortInput) { profiles(first: 50, filter: $filter, sort: $sort) { totalCount nodes { user { displayName } } } }',
          { filter, ...(sort && { sort }) },
        ),
      );
    expect(profiles.totalCount).toBe(profiles.nodes.length);
    return profiles.nodes.map((node) => node.user.displayName);
  };

  beforeAll(async () => {
    for (const { name, profileKind = 'SPECIALIST', keys = [], ...shown } of [
      {
        name: 'Zoë Finder',
        keys: ['pottery', 'soil-science'],
        headline: 'Bowls',
        bio: 'Clay from the river.',
        countryCode: 'CO',
        languages: ['es-CO'],
        specialist: { isAvailable: true },
      },
      { name: 'Adán Finder', keys: ['pottery'], headline: 'River stones', countryCode: 'ES', languages: ['es', 'en'] },
      { name: 'Mia Finder', profileKind: 'BUSINESS', bio: 'Zoe taught us.', countryCode: 'CO' },
    ] as readonly {
      readonly name: string;
      readonly profileKind?: string;
      readonly keys?: readonly string[];
      readonly [shown: string]: unknown;
    }[]) {
      const member = await people.member({ displayName: name, profileKind });
      await choose(member, ...keys);
      const save = 'mutation ($input: ProfileUpdateInput!) { profileUpdate(input: $input) { userErrors { code } } }';
      expect(await user.data(save, { input: shown }, { as: member })).toEqual({ profileUpdate: { userErrors: [] } });
    }
  });

  test('by words of name, headline and text, without accents, the best match first', async () => {
    const best = { field: 'RELEVANCE', direction: 'DESC' };
    expect(await find({ query: 'zoe' }, best)).toEqual(['Zoë Finder', 'Mia Finder']);
    expect(await find({ query: 'finder RIV' }, best)).toEqual(['Adán Finder', 'Zoë Finder']);
    expect(await find({ query: 'river finder clay' })).toEqual(['Zoë Finder']);
    expect(await find({ query: "!!! & | ' \\" })).toEqual([]);
    // An accent that stands on nothing is no word.
    expect(await find({ query: 'zoe \u0301' }, best)).toEqual(['Zoë Finder', 'Mia Finder']);
    expect(await find({ query: '\u0301' })).toEqual([]);
    expect(await find({ query: 'finder' }, { field: 'NAME', direction: 'ASC' })).toEqual(['Adán Finder', 'Mia Finder', 'Zoë Finder']);
  });

  test('by skill, place, language, kind and whether work is welcome', async () => {
    expect(await find({ query: 'finder', skillKeys: ['pottery'] })).toEqual(['Adán Finder', 'Zoë Finder']);
    expect(await find({ skillKeys: ['pottery', 'soil-science'] })).toEqual(['Zoë Finder']);
    expect(await find({ skillKeys: ['juggling'] })).toEqual([]);
    expect(await find({ query: 'finder', countryCodes: ['CO'] })).toEqual(['Mia Finder', 'Zoë Finder']);
    expect(await find({ languages: ['en'] })).toEqual(['Adán Finder']);
    expect(await find({ query: 'finder', languages: ['es'] })).toEqual(['Adán Finder', 'Zoë Finder']);
    expect(await find({ query: 'finder', languages: ['es-CO'] })).toEqual(['Zoë Finder']);
    expect(await find({ query: 'finder', kind: 'BUSINESS' })).toEqual(['Mia Finder']);
    expect(await find({ isAvailable: true })).toEqual(['Zoë Finder']);
    expect(await find({ query: 'finder', isAvailable: false })).toEqual(['Mia Finder', 'Adán Finder']);
    expect(await find({ query: 'finder', isVerifiedSeller: true })).toEqual([]);
  });

  test('by a new name at once', async () => {
    const ana = await people.member({ displayName: 'Before' });
    await user.data('mutation { userUpdate(input: { displayName: "Afterwards Ünal" }) { userErrors { code } } }', {}, { as: ana });
    expect(await find({ query: 'unal after' })).toEqual(['Afterwards Ünal']);
  });

  test.each([
    ['by words', '{ profiles(filter: { query: "zoe" }, sort: { field: RELEVANCE, direction: DESC }) { nodes { id } } }'],
    ['by skill', '{ profiles(filter: { skillKeys: ["pottery"] }) { nodes { id } } }'],
    ['by name', '{ profiles(sort: { field: NAME }) { nodes { id } } }'],
    ['by language', '{ profiles(filter: { languages: ["es"] }) { nodes { id } } }'],
    ['newest first', '{ profiles { nodes { id user { displayName skills { key } seller { storeName } viewerHasBlocked } } } }'],
    [
      'as entities',
      '{ _entities(representations: [{ __typename: "User", id: "usr_01kb0000000000000000000000" }]) { ... on User { displayName } } }',
    ],
  ])('%s along an index, in each statement', async (_how, read) => {
    const reader = await people.member();
    user.ownStatements();
    await user.data(read, {}, { as: reader });
    const statements = user.ownStatements();
    expect(statements.length).toBeGreaterThan(0);
    await onOwnConnection(
      user.databaseUrl,
      () => {},
      async (client) => {
        // The few rows of a test are read faster without an index.
        await client.query('set enable_seqscan = off');
        for (const statement of statements) {
          const plan = JSON.stringify((await client.query(`explain (generic_plan) ${statement}`)).rows);
          expect(plan).toContain('Scan');
          expect(plan).not.toMatch(/Seq Scan on (account|profile|account_skill|skill|block|seller_page)\b/);
        }
      },
    );
  });

  test('by one statement for each type, and each way has an index', async () => {
    user.ownStatements();
    await user.data('{ profiles(first: 50, filter: { query: "finder" }) { nodes { user { skills { name } } } } }');
    expect(user.ownStatements()).toHaveLength(3);
    await onDatabase(user.databaseUrl, ({ fork }) =>
      fork().transactional(async (tx) => {
        // The few rows of a test are read faster without an index.
        await query(tx, 'set local enable_seqscan = off');
        const plan = async (where: string) => JSON.stringify(await query(tx, `explain select id from profile where ${where}`));
        expect(await plan(`search @@ to_tsquery('simple', 'zoe')`)).toContain('profile_search_index');
        expect(await plan(`search.language_ranges(languages) && '{es}'`)).toContain('profile_language_ranges');
        expect(await plan('true order by sort_name, id limit 20')).toContain('profile_sort_name_id_index');
        expect(await plan(`country_code = any('{CO}') order by created_at desc, id desc limit 20`)).toMatch(
          /profile_(country_code_)?created_at_id_index/,
        );
        expect(await plan(`kind = 'BUSINESS' order by created_at desc, id desc limit 20`)).toContain('profile_kind_created_at_id_index');
        expect(
          await plan(`account_id in (select account_id from account_skill where skill_id = (select id from skill where key = 'pottery'))`),
        ).toMatch(
          /skill_key_unique[^]*account_skill_skill_id_account_id_index|account_skill_skill_id_account_id_index[^]*skill_key_unique/,
        );
      }),
    );
  });
});
