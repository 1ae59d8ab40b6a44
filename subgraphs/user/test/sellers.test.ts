import { query } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import {
  MediaUsed,
  SellerChanged,
  SellerUnverified,
  SellerVerified,
  UserRolesChanged,
  VerificationRejected,
  VerificationRequested,
  VerificationWithdrawn,
} from '@agora/schema/events/user';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { onDatabase } from './support/database.ts';
import { removed, uploaded } from './support/files.ts';
import type { Member } from './support/people.ts';
import { openUser } from './support/user.ts';

const { user, people, operator } = await openUser();

const admin: Member = { ...(await people.member()), roles: ['USER', 'ADMIN'] };

test('an operator verifies a seller, who becomes one where needed', async () => {
  const ana = await people.member();
  expect(await operator('verify', ana.email)).toEqual({ code: 0, said: `${ana.email} is a verified seller now.\n` });
  await user.heard(SellerVerified, ({ userId }) => userId === ana.id);
  expect(await user.heard(UserRolesChanged, ({ userId }) => userId === ana.id)).toMatchObject({ roles: ['USER', 'SELLER'] });
  expect(await user.data('{ viewer { profile { isVerifiedSeller } } }', {}, { as: ana })).toEqual({
    viewer: { profile: { isVerifiedSeller: true } },
  });
  expect((await operator('verify', ana.email)).said).toMatch(/already/);
  await people.heardAllUntilNow();
  expect(user.heardAll(SellerVerified, ({ userId }) => userId === ana.id)).toHaveLength(1);
});

test('who is verified as a seller has proved the e-mail', async () => {
  const email = 'known-seller@agora.example';
  await people.register({ email, profileKind: 'BUSINESS' });
  await operator('verify', email);
  expect((await people.register({ email })).userErrors).toMatchObject([{ code: 'EMAIL_TAKEN' }]);
});

const CLAIM = {
  legalName: 'Taller Río S. A. S.',
  countryCode: 'CO',
  registrationNumber: '900.123.456-7',
  taxId: 'NIT 900.123.456-7',
  address: {
    recipientName: 'Taller Río',
    line1: 'Carrera 7 # 1-23',
    city: 'Bogotá',
    region: 'Bogotá, D. C.',
    postalCode: '110311',
    countryCode: 'CO',
  },
  note: 'Two of us, since 2019.',
};

const REQUEST = `id status legalName countryCode registrationNumber taxId address { line1 formatted } note rejection { reason message }
  decidedAt decidedBy { id } version viewerCanWithdraw viewerCanDecide user { id profile { isVerifiedSeller } }`;
const Request = z.object({ id: z.string(), status: z.string(), version: z.int() }).loose();
const Changed = z.object({
  sellerVerification: Request.nullish(),
  user: z.object({ profile: z.object({ isVerifiedSeller: z.boolean() }), sellerVerification: Request.nullable() }).nullish(),
  userErrors: z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }).loose()),
});

type Verb = 'Request' | 'Withdraw' | 'Approve' | 'Reject' | 'Revoke';

async function change(as: Actor, verb: Verb, input: object, acceptLanguage = 'en') {
  const changed =
    verb === 'Revoke' ? `user { profile { isVerifiedSeller } sellerVerification { ${REQUEST} } }` : `sellerVerification { ${REQUEST} }`;
  const mutation = `mutation ($input: SellerVerification${verb}Input!) {
    sellerVerification${verb}(input: $input) { ${changed} userErrors { code message field ... on VersionMismatchError { currentVersion } } }
  }`;
  return Changed.parse((await user.data(mutation, { input }, { as, acceptLanguage }))[`sellerVerification${verb}`]);
}

/** A business whose e-mail is known to be theirs. */
async function seller(input: object = {}): Promise<Member> {
  const member = await people.member({ profileKind: 'BUSINESS', ...input });
  const { viewer } = z
    .object({ viewer: z.object({ username: z.string() }) })
    .parse(await user.data('{ viewer { username } }', {}, { as: member }));
  await operator('verify-email', member.email, viewer.username);
  return { ...member, roles: ['USER', 'SELLER'] };
}

async function request(as: Actor): Promise<z.output<typeof Request>> {
  const { sellerVerification } = await change(as, 'Request', CLAIM);
  return Request.parse(sellerVerification);
}

describe('a request to be verified', () => {
  test('waits for an administrator, who approves it; the seller may publish from then on', async () => {
    const ana = await seller();
    const asked = await request(ana);
    expect(asked).toMatchObject({
      status: 'PENDING',
      ...CLAIM,
      address: { line1: 'Carrera 7 # 1-23' },
      viewerCanWithdraw: true,
      viewerCanDecide: false,
    });
    await user.heard(VerificationRequested, ({ userId }) => userId === ana.id);
    const { sellerVerification, userErrors } = await change(admin, 'Approve', { sellerVerificationId: asked.id, expectedVersion: 1 });
    expect([sellerVerification, userErrors]).toMatchObject([
      {
        status: 'APPROVED',
        decidedBy: { id: admin.id },
        rejection: null,
        version: 2,
        user: { id: ana.id, profile: { isVerifiedSeller: true } },
      },
      [],
    ]);
    await user.heard(SellerVerified, ({ userId }) => userId === ana.id);
    expect((await change(ana, 'Request', CLAIM)).userErrors).toMatchObject([{ code: 'CONFLICT', message: 'You are verified already.' }]);
    for (const verb of ['Approve', 'Withdraw'] as const) {
      const as = verb === 'Approve' ? admin : ana;
      expect((await change(as, verb, { sellerVerificationId: asked.id })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    }
  });

  test('is turned down for a reason that the seller reads, and another may follow', async () => {
    const ana = await seller();
    const asked = await request(ana);
    const rejection = { reason: 'DATA_MISMATCH', message: 'The register says otherwise.' };
    const stale = await change(admin, 'Reject', { sellerVerificationId: asked.id, ...rejection, expectedVersion: 7 });
    expect(stale.userErrors).toMatchObject([{ code: 'VERSION_MISMATCH', currentVersion: 1 }]);
    await change(admin, 'Reject', { sellerVerificationId: asked.id, ...rejection });
    expect(await user.heard(VerificationRejected, ({ userId }) => userId === ana.id)).toMatchObject(rejection);
    const mine = '{ viewer { profile { isVerifiedSeller } sellerVerification { status rejection { reason message } decidedBy { id } } } }';
    expect(await user.data(mine, {}, { as: ana })).toEqual({
      viewer: { profile: { isVerifiedSeller: false }, sellerVerification: { status: 'REJECTED', rejection, decidedBy: null } },
    });
    expect((await request(ana)).status).toBe('PENDING');
  });

  test('is one at a time, also where several are sent at once, and is taken back by who asked', async () => {
    const ana = await seller();
    const sent = await Promise.all(Array.from({ length: 5 }, () => change(ana, 'Request', CLAIM)));
    expect(sent.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array(4).fill('CONFLICT'));
    const id = sent.flatMap(({ sellerVerification }) => sellerVerification?.id ?? [])[0];
    const back = await change(ana, 'Withdraw', { sellerVerificationId: id });
    expect(back.sellerVerification).toMatchObject({ status: 'WITHDRAWN', viewerCanWithdraw: false });
    await user.heard(VerificationWithdrawn, ({ userId }) => userId === ana.id);
    expect((await request(ana)).status).toBe('PENDING');
  });

  test('is decided once, where two administrators and the seller do something else with it at once', async () => {
    const ana = await seller();
    const { id: sellerVerificationId } = await request(ana);
    const attempts = await Promise.all([
      change(admin, 'Approve', { sellerVerificationId }),
      change({ ...admin, id: newId('usr') }, 'Reject', { sellerVerificationId, reason: 'NOT_ELIGIBLE' }),
      change(ana, 'Withdraw', { sellerVerificationId }),
    ]);
    expect(attempts.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CONFLICT', 'CONFLICT']);
    await people.heardAllUntilNow();
    const told = [SellerVerified, VerificationRejected, VerificationWithdrawn].map(
      (event) => user.heardAll(event, ({ userId }) => userId === ana.id).length,
    );
    expect(told).toEqual(attempts.map(({ userErrors }) => (userErrors.length === 0 ? 1 : 0)));
  });

  test('of an administrator who sells is decided by another one', async () => {
    const ana: Member = { ...(await seller()), roles: ['USER', 'SELLER', 'ADMIN'] };
    const asked = await request(ana);
    expect(asked).toMatchObject({ viewerCanWithdraw: true, viewerCanDecide: false });
    for (const [verb, decision] of [
      ['Approve', {}],
      ['Reject', { reason: 'NOT_ELIGIBLE' }],
    ] as const) {
      const { userErrors } = await change(ana, verb, { sellerVerificationId: asked.id, ...decision });
      expect(userErrors).toMatchObject([{ code: 'FORBIDDEN', field: ['sellerVerificationId'] }]);
    }
    const { sellerVerification } = await change(admin, 'Approve', { sellerVerificationId: asked.id });
    expect(sellerVerification).toMatchObject({ status: 'APPROVED' });
  });

  test('comes after the e-mail is known to be theirs', async () => {
    const ana = { ...(await people.member({ profileKind: 'BUSINESS' })), roles: ['USER', 'SELLER'] } as const;
    expect((await change(ana, 'Request', CLAIM)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  test.each([
    ['Request', { ...CLAIM, legalName: ' ' }, ['legalName']],
    ['Request', { ...CLAIM, address: { ...CLAIM.address, region: null } }, ['address', 'region']],
    ['Reject', { sellerVerificationId: newId('svr'), reason: 'OTHER' }, ['message']],
    ['Revoke', { userId: newId('usr'), reason: 'OTHER', message: null }, ['message']],
  ] as const)('%s is refused with %j', async (verb, input, field) => {
    const as = verb === 'Request' ? await seller() : admin;
    expect((await change(as, verb, input)).userErrors).toMatchObject([{ code: 'INVALID', field: [...field] }]);
  });

  test.each([
    ['en', 'There is no such request.'],
    ['es', 'No existe esa solicitud.'],
    ['pt', 'Esse pedido não existe.'],
  ])('that is not there is told in %s', async (language, message) => {
    for (const id of [newId('svr'), newId('usr'), 'svr_\0']) {
      expect((await change(admin, 'Approve', { sellerVerificationId: id }, language)).userErrors).toMatchObject([
        { code: 'NOT_FOUND', message },
      ]);
    }
  });
});

describe('the page of a seller', () => {
  const PAGE = `id storeName tagline about location countryCode contactEmail contactPhone shippingPolicy returnPolicy logo { id } banner { id } isVerified verifiedAt
    isOnVacation vacationMessage createdAt version viewerCanEdit user { id }`;
  const Saved = z.object({
    seller: z.object({ id: z.string(), version: z.int() }).loose().nullable(),
    userErrors: z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }).loose()),
  });
  const save = async (as: Actor, input: object, acceptLanguage = 'en') => {
    const mutation = `mutation ($input: SellerUpdateInput!) {
      sellerUpdate(input: $input) { seller { ${PAGE} } userErrors { code message field ... on VersionMismatchError { currentVersion } } }
    }`;
    return Saved.parse((await user.data(mutation, { input }, { as, acceptLanguage }))['sellerUpdate']);
  };
  const pageOf = async (id: string, as: Actor | null = null) =>
    z
      .object({ user: z.object({ seller: z.object({ id: z.string() }).loose().nullable() }) })
      .parse(await user.data(`query ($id: ID!) { user(id: $id) { seller { ${PAGE} } } }`, { id }, { as })).user.seller;

  test('is there as soon as somebody sells, under their own name, and for nobody else', async () => {
    const ana = await seller({ displayName: 'Ana Torres' });
    const page = await pageOf(ana.id);
    expect(page).toMatchObject({
      storeName: 'Ana Torres',
      tagline: null,
      isOnVacation: false,
      isVerified: false,
      verifiedAt: null,
      version: 1,
    });
    expect(page).toMatchObject({ viewerCanEdit: false, user: { id: ana.id }, createdAt: expect.any(String) });
    const of = [
      { __typename: 'Seller', id: page?.id },
      { __typename: 'Seller', id: newId('sel') },
      { __typename: 'Seller', id: ana.id },
    ];
    const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Seller { storeName } } }';
    expect((await user.data(entities, { of }))['_entities']).toEqual([{ storeName: 'Ana Torres' }, null, null]);
    expect(await pageOf((await people.member()).id)).toBeNull();
    await operator('verify', ana.email);
    expect(await pageOf(ana.id)).toMatchObject({ isVerified: true, verifiedAt: expect.any(String) });
  });

  test('shows what they said last; what is absent stays, null clears; others are told', async () => {
    const ana = await seller();
    const shop = {
      storeName: 'Taller Río',
      tagline: 'Bowls from the river.',
      about: 'Two lines,\nboth of clay.',
      location: 'Bogotá',
      countryCode: 'CO',
      contactEmail: 'hola@taller.example',
      contactPhone: '+573001234567',
      shippingPolicy: 'On Mondays.',
      returnPolicy: 'Within a month.',
      isOnVacation: true,
      vacationMessage: 'Back in May.',
    };
    const { seller: page, userErrors } = await save(ana, { ...shop, expectedVersion: 1 });
    expect([page, userErrors]).toMatchObject([{ ...shop, version: 2, viewerCanEdit: true }, []]);
    expect(await user.heard(SellerChanged, ({ userId }) => userId === ana.id)).toEqual({
      userId: ana.id,
      sellerId: page?.id,
      storeName: 'Taller Río',
      isOnVacation: true,
    });
    expect((await save(ana, { storeName: null, isOnVacation: null, about: null })).seller).toMatchObject({
      ...shop,
      storeName: expect.stringMatching(/^Person|^Member/),
      isOnVacation: false,
      about: null,
    });
    expect((await save(ana, { tagline: 'Stale.', expectedVersion: 2 })).userErrors).toMatchObject([
      { code: 'VERSION_MISMATCH', currentVersion: 3 },
    ]);
  });

  test('shows pictures of their own, of which catalog is told, until their files are gone', async () => {
    const [ana, ben] = [await seller(), await seller()];
    const [logo, banner] = [await uploaded(user, ana.id, 'AVATAR'), await uploaded(user, ana.id, 'PRODUCT')];
    const [others, document, video] = [
      await uploaded(user, ben.id, 'PRODUCT'),
      await uploaded(user, ana.id, 'DOCUMENT'),
      await uploaded(user, ana.id, 'PRODUCT', 'VIDEO'),
    ];
    await user.settled();
    for (const [id, code] of [
      [others, 'NOT_FOUND'],
      [document, 'MEDIA_REJECTED'],
      [video, 'MEDIA_REJECTED'],
      [newId('med'), 'MEDIA_NOT_READY'],
    ])
      expect(await save(ana, { logoId: logo, bannerId: id })).toMatchObject({ seller: null, userErrors: [{ code, field: ['bannerId'] }] });

    const { seller: page } = await save(ana, { logoId: logo, bannerId: banner });
    expect(page).toMatchObject({ logo: { id: logo }, banner: { id: banner }, version: 2 });
    await save(ana, { tagline: 'The same pictures.' });
    const told = () => user.heardAll(MediaUsed, ({ usedBy }) => usedBy === page?.id).map(({ mediaIds }) => mediaIds);
    await user.heard(SellerChanged, ({ userId }) => userId === ana.id);
    expect((await save(ana, { bannerId: null })).seller).toMatchObject({ logo: { id: logo }, banner: null, version: 4 });
    await eventually(() => told().length === 2);
    expect(told()).toEqual([[logo, banner], [logo]]);

    await removed(user, ana.id, 'AVATAR', logo);
    await user.settled();
    expect(await pageOf(ana.id)).toMatchObject({ logo: null, tagline: 'The same pictures.', version: 5 });
  });

  test.each([
    [{ storeName: ' ' }, ['storeName']],
    [{ tagline: 'x'.repeat(121) }, ['tagline']],
    [{ about: 'x'.repeat(10_001) }, ['about']],
    [{ contactEmail: 'nobody' }, ['contactEmail']],
    [{ contactPhone: '12' }, ['contactPhone']],
    [{ vacationMessage: 'x'.repeat(501) }, ['vacationMessage']],
  ])('cannot say %j', async (input, field) => {
    expect(await save(await seller(), input)).toMatchObject({ seller: null, userErrors: [{ code: 'INVALID', field }] });
  });

  test.each([
    ['en', 'You do not sell here any more.'],
    ['es', 'Ya no vendes aquí.'],
    ['pt', 'Você já não vende aqui.'],
  ])('is changed by nobody who sells no more, which is said in %s', async (language, message) => {
    const ana: Actor = { ...(await people.member()), roles: ['USER', 'SELLER'] };
    expect((await save(ana, { tagline: 'Still here.' }, language)).userErrors).toEqual([{ code: 'FORBIDDEN', message, field: null }]);
    const { errors } = await user.ask('mutation { sellerUpdate(input: {}) { userErrors { code } } }', {}, { as: await people.member() });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a verification', () => {
  test('is taken away, and given again', async () => {
    const ana = await seller();
    const asked = await request(ana);
    await change(admin, 'Approve', { sellerVerificationId: asked.id });
    const rejection = { reason: 'POLICY_VIOLATION', message: 'Copied photographs.' };
    const { user: changed } = await change(admin, 'Revoke', { userId: ana.id, ...rejection });
    expect(changed).toMatchObject({ profile: { isVerifiedSeller: false }, sellerVerification: { status: 'REVOKED', rejection } });
    expect(await user.heard(SellerUnverified, ({ userId }) => userId === ana.id)).toEqual({ userId: ana.id, ...rejection });
    expect((await change(admin, 'Revoke', { userId: ana.id, ...rejection })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await change(admin, 'Revoke', { userId: newId('usr'), ...rejection })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);

    const next = await request(ana);
    await change(admin, 'Approve', { sellerVerificationId: next.id });
    await people.heardAllUntilNow();
    expect(user.heardAll(SellerVerified, ({ userId }) => userId === ana.id)).toHaveLength(2);
    expect(await user.data('{ viewer { profile { isVerifiedSeller } } }', {}, { as: ana })).toEqual({
      viewer: { profile: { isVerifiedSeller: true } },
    });
  });

  test('that an operator gives at a shell approves the request that waits', async () => {
    const ana = await seller();
    const asked = await request(ana);
    await operator('verify', ana.email);
    const { viewer } = await user.data(`{ viewer { sellerVerification { id status } } }`, {}, { as: ana });
    expect(viewer).toEqual({ sellerVerification: { id: asked.id, status: 'APPROVED' } });
  });
});

describe('the review queue', () => {
  const Queue = z.object({ sellerVerifications: z.object({ totalCount: z.int(), nodes: z.array(Request) }) });
  const queue = async (filter?: object) => {
    const search = `query ($filter: SellerVerificationFilterInput) { sellerVerifications(first: 100, filter: $filter) { totalCount nodes { ${REQUEST} } } }`;
    return Queue.parse(await user.data(search, { ...(filter && { filter }) }, { as: admin })).sellerVerifications.nodes;
  };

  test('has who waits longest first, by name, number, handle, country and state', async () => {
    const [ana, ben] = [await seller({ username: 'queue-ana' }), await seller({ username: 'queue-ben' })];
    const [first, second] = [
      await request(ana),
      Request.parse((await change(ben, 'Request', { legalName: 'Queue Ben', countryCode: 'ES' })).sellerVerification),
    ];
    const ids = async (filter?: object) => (await queue(filter)).map(({ id }) => id).filter((id) => id === first.id || id === second.id);
    expect(await ids()).toEqual([first.id, second.id]);
    expect(await ids({ query: 'queue' })).toEqual([first.id, second.id]);
    expect(await ids({ query: 'queue b' })).toEqual([second.id]);
    expect(await ids({ query: '900.123' })).toEqual([first.id]);
    expect(await ids({ countryCodes: ['ES'] })).toEqual([second.id]);
    expect(await ids({ submittedAt: { lt: '2020-01-01T00:00:00Z' } })).toEqual([]);
    await change(admin, 'Approve', { sellerVerificationId: first.id });
    expect(await ids()).toEqual([second.id]);
    expect(await ids({ statuses: ['APPROVED'] })).toEqual([first.id]);
  });

  test('costs one statement for each type, and has an index', async () => {
    for (let i = 0; i < 3; i++) await request(await seller());
    user.ownStatements();
    expect((await queue({ query: 'taller' })).length).toBeGreaterThan(2);
    // The page and its count, who asks, their profiles, who decided.
    expect(user.ownStatements().length).toBeLessThanOrEqual(5);
    await onDatabase(user.databaseUrl, async ({ fork }) => {
      await fork().transactional(async (tx) => {
        await tx.execute('set local enable_seqscan = off');
        const plan = JSON.stringify(
          await query(tx, `explain select id from seller_verification where status = any('{PENDING}') order by submitted_at, id limit 20`),
        );
        expect(plan).toMatch(/seller_verification_(pending|status_submitted_at_id_index)/);
      });
    });
  });

  test('and each request is for administrators, and for who asked', async () => {
    const [ana, ben] = [await seller(), await seller()];
    const { id } = await request(ana);
    const of = [{ __typename: 'SellerVerification', id }];
    const entity = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on SellerVerification { legalName } } }';
    const field = 'query ($id: ID!) { user(id: $id) { sellerVerification { legalName } } }';
    for (const as of [ben, { ...ben, roles: ['USER', 'MODERATOR'] } as const]) {
      expect(await user.data(entity, { of }, { as })).toEqual({ _entities: [null] });
      expect(await user.data(field, { id: ana.id }, { as })).toEqual({ user: { sellerVerification: null } });
      expect((await user.ask('{ sellerVerifications { nodes { id } } }', {}, { as })).errors?.[0]?.extensions).toMatchObject({
        code: 'FORBIDDEN',
      });
      for (const verb of ['Approve', 'Reject', 'Revoke'] as const) {
        const input =
          verb === 'Approve'
            ? { sellerVerificationId: id }
            : { reason: 'OTHER', ...(verb === 'Reject' ? { sellerVerificationId: id } : { userId: ana.id }) };
        const { errors } = await user.ask(
          `mutation ($input: SellerVerification${verb}Input!) { sellerVerification${verb}(input: $input) { userErrors { code } } }`,
          { input },
          { as },
        );
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
      }
    }
    expect((await change(ben, 'Withdraw', { sellerVerificationId: id })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    for (const as of [ana, admin]) expect(await user.data(entity, { of }, { as })).toEqual({ _entities: [{ legalName: CLAIM.legalName }] });
  });
});

test('a request comes with documents of the seller’s own, at most ten, which catalog keeps for it', async () => {
  const ana = await seller();
  const mine = (purpose: 'AVATAR' | 'DOCUMENT') => uploaded(user, ana.id, purpose, 'DOCUMENT');
  const [one, two, portrait] = [await mine('DOCUMENT'), await mine('DOCUMENT'), await mine('AVATAR')];
  await user.settled();
  const refused = await change(ana, 'Request', { ...CLAIM, documentIds: [one, portrait, newId('usr')] });
  expect(refused.userErrors).toMatchObject([
    { code: 'MEDIA_REJECTED', field: ['documentIds', '1'] },
    { code: 'NOT_FOUND', field: ['documentIds', '2'] },
  ]);
  const many = Array.from({ length: 11 }, () => one);
  expect((await change(ana, 'Request', { ...CLAIM, documentIds: many })).userErrors).toMatchObject([
    { code: 'INVALID', field: ['documentIds'] },
  ]);

  const { sellerVerification } = await change(ana, 'Request', { ...CLAIM, documentIds: [two, one] });
  const id = sellerVerification?.id ?? '';
  expect(await user.heard(MediaUsed, ({ usedBy }) => usedBy === id)).toEqual({ userId: ana.id, usedBy: id, mediaIds: [two, one] });
  const documents = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on SellerVerification { documents { id } } } }';
  expect(await user.data(documents, { of: [{ __typename: 'SellerVerification', id }] }, { as: admin })).toEqual({
    _entities: [{ documents: [{ id: two }, { id: one }] }],
  });
});
