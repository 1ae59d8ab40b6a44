import { query } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { MediaUsed, UserProfileChanged, UserRolesChanged } from '@agora/schema/events/user';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { onDatabase } from './support/database.ts';
import { uploaded, removed } from './support/files.ts';
import { openUser } from './support/user.ts';

const { user, people, operator } = await openUser();

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

const PROFILE = `id kind headline bio location countryCode websiteUrl links { label url } languages version viewerCanEdit
  details {
    __typename
    ... on SpecialistDetails { profession experienceYears isAvailable hourlyRate { amount currencyCode } certificates { name issuer issuedOn url } portfolio { id } }
    ... on BusinessDetails { legalName registrationNumber industry foundedYear size taxId }
    ... on ConsumerDetails { birthDate interests { id } }
  }`;
const Changed = z.object({
  profile: z.object({ id: z.string() }).loose().nullable(),
  userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable() }).loose()),
});

async function change(as: Actor, mutation: 'profileUpdate' | 'profileKindChange', input: object) {
  const type = mutation === 'profileUpdate' ? 'ProfileUpdateInput' : 'ProfileKindChangeInput';
  const query = `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { profile { ${PROFILE} } userErrors { code field ... on VersionMismatchError { currentVersion } } }
  }`;
  return Changed.parse((await user.data(query, { input }, { as }))[mutation]);
}

describe('what somebody shows of themselves', () => {
  test('is what they said last; what is absent stays, null clears', async () => {
    const ana = await people.member({ profileKind: 'SPECIALIST' });
    const shown = {
      headline: 'Gärten für alle 🌿',
      bio: 'Two lines,\nboth of them mine.',
      location: 'Bogotá, cerca del río',
      countryCode: 'CO',
      websiteUrl: 'https://ana.example/',
      links: [{ label: 'Work', url: 'https://work.example/ana' }],
      languages: ['es-CO', 'de'],
    };
    const specialist = {
      profession: 'Gardener',
      experienceYears: 12,
      hourlyRate: { amount: '45.50', currencyCode: 'EUR' },
      isAvailable: true,
      certificates: [
        { name: 'Older', issuedOn: '2001-05-05' },
        { name: 'Newer', issuer: 'School of Gardens', issuedOn: '2020-01-31', url: 'https://school.example/1' },
      ],
    };
    const { profile, userErrors } = await change(ana, 'profileUpdate', { ...shown, specialist, expectedVersion: 1 });
    expect(userErrors).toEqual([]);
    expect(profile).toMatchObject({
      ...shown,
      viewerCanEdit: true,
      details: {
        __typename: 'SpecialistDetails',
        ...specialist,
        certificates: [
          { name: 'Newer', issuer: 'School of Gardens', issuedOn: '2020-01-31', url: 'https://school.example/1' },
          { name: 'Older', issuer: null, issuedOn: '2001-05-05', url: null },
        ],
      },
    });
    expect(await user.heard(UserProfileChanged, ({ userId }) => userId === ana.id)).toEqual({
      userId: ana.id,
      profileId: profile?.id,
      kind: 'SPECIALIST',
    });

    const again = { headline: null, links: null, specialist: { hourlyRate: null, isAvailable: null, profession: 'Botanist' } };
    expect((await change(ana, 'profileUpdate', again)).profile).toMatchObject({
      ...shown,
      headline: null,
      links: [],
      details: { profession: 'Botanist', experienceYears: 12, hourlyRate: null, isAvailable: false, certificates: [{}, {}] },
    });
  });

  test('has pictures and videos of work done, of their own, until their files are gone', async () => {
    const [ana, ben] = [await people.member({ profileKind: 'SPECIALIST' }), await people.member()];
    const [one, two, others, document] = [
      await uploaded(user, ana.id, 'PRODUCT', 'VIDEO'),
      await uploaded(user, ana.id, 'AVATAR'),
      await uploaded(user, ben.id, 'PRODUCT'),
      await uploaded(user, ana.id, 'DOCUMENT'),
    ];
    await user.settled();
    const show = (portfolioIds: readonly string[] | null) => change(ana, 'profileUpdate', { specialist: { portfolioIds } });
    const at = (place: number) => ['specialist', 'portfolioIds', String(place)];
    expect(await show([one, others, document, newId('med')])).toMatchObject({
      profile: null,
      userErrors: [
        { code: 'NOT_FOUND', field: at(1) },
        { code: 'MEDIA_REJECTED', field: at(2) },
        { code: 'MEDIA_NOT_READY', field: at(3) },
      ],
    });
    const { profile } = await show([two, one, two]);
    expect(profile).toMatchObject({ details: { portfolio: [{ id: two }, { id: one }] } });
    expect(await user.heard(MediaUsed, ({ usedBy }) => usedBy === profile?.id)).toEqual({
      userId: ana.id,
      usedBy: profile?.id,
      mediaIds: [two, one],
    });
    await change(ana, 'profileUpdate', { bio: 'The same work.' });
    await removed(user, ana.id, 'AVATAR', two);
    await user.settled();
    expect((await change(ana, 'profileUpdate', {})).profile).toMatchObject({ details: { portfolio: [{ id: one }] } });
    expect((await show(null)).profile).toMatchObject({ details: { portfolio: [] } });
    const told = () => user.heardAll(MediaUsed, ({ usedBy }) => usedBy === profile?.id).map(({ mediaIds }) => mediaIds);
    await eventually(() => told().length === 2);
    expect(told()).toEqual([[two, one], []]);
  });

  test('is refused from who read another version of it', async () => {
    const ana = await people.member();
    const first = await change(ana, 'profileUpdate', { bio: 'First.', expectedVersion: 1 });
    const currentVersion = first.profile?.['version'];
    expect((await change(ana, 'profileUpdate', { bio: 'Second.', expectedVersion: 1 })).userErrors).toEqual([
      { code: 'VERSION_MISMATCH', field: ['expectedVersion'], currentVersion },
    ]);
  });

  test.each([
    [{ headline: 'a'.repeat(121) }, ['headline']],
    [{ bio: '' }, ['bio']],
    [{ links: Array(11).fill({ label: 'x', url: 'https://x.example' }) }, ['links']],
    [{ links: [{ label: '', url: 'https://x.example' }] }, ['links', '0', 'label']],
    [{ languages: Array(21).fill('es') }, ['languages']],
    [{ business: { industry: 'Of another kind' } }, ['business']],
    [{ specialist: { experienceYears: 81 } }, ['specialist', 'experienceYears']],
    [{ specialist: { hourlyRate: { amount: '1.001', currencyCode: 'EUR' } } }, ['specialist', 'hourlyRate', 'amount']],
    [{ specialist: { portfolioIds: Array.from({ length: 21 }, () => newId('med')) } }, ['specialist', 'portfolioIds']],
    [{ specialist: { certificates: [{ name: ' ' }] } }, ['specialist', 'certificates', '0', 'name']],
    [{ specialist: { certificates: [{ name: 'Soil', issuedOn: '2999-01-01' }] } }, ['specialist', 'certificates', '0', 'issuedOn']],
    [{ consumer: { birthDate: '2999-01-01' } }, ['consumer', 'birthDate']],
    [{ consumer: { interestIds: ['usr_01kb0000000000000000000000'] } }, ['consumer', 'interestIds', '0']],
    [{ business: { foundedYear: 999 } }, ['business', 'foundedYear']],
  ])('cannot be %j', async (input, field) => {
    const ana = await people.member({ profileKind: 'SPECIALIST' });
    expect(await change(ana, 'profileUpdate', input)).toMatchObject({ profile: null, userErrors: [{ code: 'INVALID', field }] });
  });

  test.each(['javascript:alert(1)', 'not an address'])('leads to no %s', async (url) => {
    const query = 'mutation ($input: ProfileUpdateInput!) { profileUpdate(input: $input) { userErrors { code } } }';
    const { errors } = await user.ask(query, { input: { websiteUrl: url } }, { as: await people.member() });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('has the tax number of a business for its owner and administrators alone, and sealed', async () => {
    const ana = await people.member({ profileKind: 'BUSINESS' });
    const taxId = 'NIT 900.123.456-7';
    const told = async (business: object) => (await change(ana, 'profileUpdate', { business })).profile;
    expect(await told({ taxId, size: 'SOLO' })).toMatchObject({ details: { taxId, size: 'SOLO' } });
    expect(await told({ size: 'UP_TO_10' })).toMatchObject({ details: { taxId } });
    const asked = `query ($id: ID!, $profile: ID!) {
      user(id: $id) { profile { details { ... on BusinessDetails { taxId } } } }
      _entities(representations: [{ __typename: "Profile", id: $profile }]) { ... on Profile { details { ... on BusinessDetails { taxId } } } } }`;
    const profile = z.object({ id: z.string() }).parse(await told({})).id;
    const seenBy = async (as: Actor | null) => user.data(asked, { id: ana.id, profile }, { as });
    const shown = (taxId: string | null) => ({ user: { profile: { details: { taxId } } }, _entities: [{ details: { taxId } }] });
    for (const as of [null, await people.member(), person('MODERATOR', 'SELLER')]) expect(await seenBy(as)).toEqual(shown(null));
    expect(await seenBy(person('ADMIN'))).toEqual(shown(taxId));
    const [kept] = await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), `select concat((select json_agg(p) from profile p), (select json_agg(e) from platform.event_log e)) as text`),
    );
    expect(String(kept?.['text'])).toContain(profile);
    expect(String(kept?.['text'])).not.toContain('900.123.456-7');
    expect(await told({ taxId: null })).toMatchObject({ details: { taxId: null } });
    expect((await change(ana, 'profileUpdate', { business: { taxId: 'x'.repeat(41) } })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['business', 'taxId'] },
    ]);
  });

  test('is of another kind when they say so, and what the old kind told is there on the way back', async () => {
    const ana = await people.member();
    const consumer = { birthDate: '1990-02-03', interestIds: ['cat_0ngapd2gyhc2fr76r1qf3ff5bh'] };
    await change(ana, 'profileUpdate', { consumer });
    expect((await change(ana, 'profileKindChange', { kind: 'BUSINESS' })).profile).toMatchObject({
      kind: 'BUSINESS',
      details: { __typename: 'BusinessDetails', legalName: null },
    });
    expect(await user.heard(UserRolesChanged, ({ userId }) => userId === ana.id)).toMatchObject({ roles: ['USER', 'SELLER'] });
    await change(ana, 'profileUpdate', { business: { size: 'SOLO', foundedYear: 2_001 } });
    expect((await change(ana, 'profileKindChange', { kind: 'CONSUMER' })).profile).toMatchObject({
      details: { __typename: 'ConsumerDetails', birthDate: '1990-02-03', interests: [{ id: 'cat_0ngapd2gyhc2fr76r1qf3ff5bh' }] },
    });

    const others = `query ($id: ID!) { user(id: $id) { profile { viewerCanEdit details { ... on ConsumerDetails { birthDate } } } } }`;
    for (const as of [null, await people.member()]) {
      expect(await user.data(others, { id: ana.id }, { as })).toEqual({
        user: { profile: { viewerCanEdit: false, details: { birthDate: null } } },
      });
    }
  });

  test('a verified seller stays a business', async () => {
    const ana = await people.member({ profileKind: 'BUSINESS' });
    await operator('verify', ana.email);
    expect((await change(ana, 'profileKindChange', { kind: 'CONSUMER' })).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['kind'] },
    ]);
    expect((await change(ana, 'profileKindChange', { kind: 'BUSINESS' })).userErrors).toEqual([]);
  });

  test('is in no list when they do not want to be listed, and is found by who knows them', async () => {
    const ana = await people.member({ profileKind: 'BUSINESS', displayName: 'Unlisted' });
    const listed = async () => {
      const { profiles } = (await user.data(
        '{ profiles(first: 100, filter: { kind: BUSINESS }) { nodes { user { id } } } }',
      )) as unknown as {
        profiles: { nodes: { user: { id: string } }[] };
      };
      return profiles.nodes.some(({ user: { id } }) => id === ana.id);
    };
    expect(await listed()).toBe(true);
    await user.data('mutation { userPreferencesUpdate(input: { isListed: false }) { userErrors { code } } }', {}, { as: ana });
    expect(await listed()).toBe(false);
    expect(await user.data('query ($id: ID!) { user(id: $id) { profile { kind } } }', { id: ana.id })).toEqual({
      user: { profile: { kind: 'BUSINESS' } },
    });
  });
});

interface Page {
  readonly profiles: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly user: { readonly displayName: string } }[];
  };
}
