import { query } from '@agora/platform/database/database';
import { newId, newUuid } from '@agora/platform/ids';
import type { SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { OrderPlaced } from '@agora/schema/events/order';
import { CustomerRejected, CustomerValidated } from '@agora/schema/events/user';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { onDatabase } from './support/database.ts';
import { operatorOf } from './support/operator.ts';
import { type Payload, peopleOf } from './support/people.ts';
import { startUser } from './support/user.ts';

let user: SubgraphUnderTest;
const people = peopleOf(() => user);
const operator = operatorOf(() => user);

beforeAll(async () => {
  user = await startUser();
});
afterAll(() => user.stop());

describe('whose an e-mail is', () => {
  const accountOf = (signedIn: Payload) => signedIn.user?.id;

  test('an e-mail that nobody proved keeps nobody from registering; who came last signs in by it', async () => {
    const email = 'Shared@agora.example';
    const squatter = await people.register({ email, password: 'squatting since 2026' });
    const owner = await people.register({ email: email.toLowerCase() });
    expect([squatter.userErrors, owner.userErrors]).toEqual([[], []]);
    expect(accountOf(await people.signIn(email))).toBe(owner.user?.id);
    expect((await people.signIn(email, 'squatting since 2026')).userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
  });

  test('an e-mail that somebody proved is taken, and those who waited for it go on without', async () => {
    const email = 'proved@agora.example';
    const owner = await people.register({ email, username: 'proved' });
    const squatter = await people.register({ email, password: 'squatting since 2026' });
    expect(await operator('grant', email, 'ADMIN')).toMatchObject({ code: 1, said: expect.stringMatching(/^Several accounts wait for /) });
    expect(await operator('verify-email', email, 'proved')).toEqual({ code: 0, said: `${email} belongs to proved now.\n` });
    expect((await operator('verify-email', email, 'proved')).said).toMatch(/already/);

    expect((await people.register({ email })).userErrors).toMatchObject([{ code: 'EMAIL_TAKEN', field: ['email'] }]);
    expect(accountOf(await people.signIn(email))).toBe(owner.user?.id);
    expect((await people.signIn(email, 'squatting since 2026')).userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
    const refreshed = await people.refresh(squatter.session?.refreshToken ?? '');
    const { sub = '', roles = [], sid } = await people.verify(refreshed.session?.accessToken ?? '');
    const as = { id: sub, roles, sessionId: String(sid) };
    expect(await user.data('{ viewer { email } }', {}, { as })).toEqual({ viewer: { email: null } });
  });

  test('of twenty who register at once with one e-mail, the last five wait for it, and none is refused', async () => {
    const email = 'wanted@agora.example';
    const answers = await Promise.all(Array.from({ length: 20 }, () => people.register({ email, displayName: 'Wanted' })));
    expect(answers.filter(({ session, userErrors }) => session && userErrors.length === 0)).toHaveLength(20);
    const waiting = await onDatabase(user.databaseUrl, (database) =>
      query(database.fork(), 'select from account where email = $1', [email]),
    );
    expect(waiting).toHaveLength(5);
  });
});

describe('reading', () => {
  test('the viewer sees themselves, a guest sees nobody', async () => {
    const ana = await people.member();
    expect(await user.data('{ viewer { id email roles createdAt } }', {}, { as: ana })).toEqual({
      viewer: { id: ana.id, email: ana.email, roles: ['USER'], createdAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
    expect(await user.data('{ viewer { id } }')).toEqual({ viewer: null });
  });

  test("another's e-mail and roles are null; an administrator sees them; a guest must sign in", async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const fields = `query ($id: ID!) { user(id: $id) { displayName email roles } }`;

    const stranger = await user.data(fields, { id: ana.id }, { as: ben });
    expect(stranger).toEqual({ user: { displayName: expect.any(String), email: null, roles: null } });
    const admin = await user.data(fields, { id: ana.id }, { as: { ...ben, roles: ['USER', 'ADMIN'] } });
    expect(admin).toMatchObject({ user: { email: ana.email, roles: ['USER'] } });
    const guest = await user.ask(fields, { id: ana.id });
    expect(guest.data).toMatchObject({ user: { email: null, roles: null } });
    expect(guest.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });

  test('an account is found by its id or its username, by exactly one of them', async () => {
    const payload = await people.register({ username: 'searched' });
    const id = payload.user?.id ?? '';
    const find = (args: string) => user.data(`{ user(${args}) { id } }`);
    expect(await find(`id: "${id}"`)).toEqual({ user: { id } });
    expect(await find('username: "Searched"')).toEqual({ user: { id } });
    expect(await find(`id: "${newId('usr')}"`)).toEqual({ user: null });
    expect(await find('id: "usr_\\u0000"')).toEqual({ user: null });
    expect(await find('username: "a\\u0000b"')).toEqual({ user: null });
    for (const query of ['{ user { id } }', `{ user(id: "${id}", username: "searched") { id } }`]) {
      expect((await user.ask(query)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  test('other subgraphs complete accounts and profiles by id; what does not exist is null', async () => {
    const ana = await people.member({ displayName: 'Referred' });
    const mine = await user.data('{ viewer { profile { id } } }', {}, { as: ana });
    const { viewer } = mine as unknown as { viewer: { profile: { id: string } } };
    const representations = [
      { __typename: 'User', id: ana.id },
      { __typename: 'User', id: newId('usr') },
      { __typename: 'User', id: 'usr_\0' },
      { __typename: 'Profile', id: viewer.profile.id },
      { __typename: 'Profile', id: newId('prf') },
    ];
    const entities = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on User { displayName } ... on Profile { kind user { id } } }
    }`;
    expect(await user.data(entities, { representations })).toEqual({
      _entities: [{ displayName: 'Referred' }, null, null, { kind: 'CONSUMER', user: { id: ana.id } }, null],
    });
  });
});

describe('buying', () => {
  test('a known buyer is validated, an unknown one rejected, each order once', async () => {
    const ana = await people.member();
    const [known, unknown] = [orderOf(ana.id), orderOf(newId('usr'))];
    const delivery = newUuid();
    await user.happened(OrderPlaced, known, delivery);
    await user.happened(OrderPlaced, known, delivery);
    await user.happened(OrderPlaced, unknown);

    const { orderId, sagaId } = unknown;
    expect(await user.heard(CustomerRejected, (data) => data.orderId === orderId)).toEqual({
      orderId,
      sagaId,
      userId: unknown.buyerId,
      reason: 'UNKNOWN',
    });
    expect(await user.heard(CustomerValidated, (data) => data.orderId === known.orderId)).toEqual({
      orderId: known.orderId,
      sagaId: known.sagaId,
      userId: ana.id,
    });
    await people.heardAllUntilNow();
    expect(user.heardAll(CustomerValidated, (data) => data.orderId === known.orderId)).toHaveLength(1);
  });

  test('a suspended buyer is rejected, and is let in again once restored', async () => {
    const ana = await people.member();
    expect(await operator('suspend', ana.email)).toEqual({ code: 0, said: `${ana.email} is suspended now, and signed out.\n` });
    const order = orderOf(ana.id);
    await user.happened(OrderPlaced, order);
    expect(await user.heard(CustomerRejected, ({ orderId }) => orderId === order.orderId)).toMatchObject({ reason: 'SUSPENDED' });
    expect((await people.refresh(ana.tokens.refreshToken)).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await people.signIn(ana.email)).userErrors).toMatchObject([{ code: 'ACCOUNT_SUSPENDED' }]);
    const stranger = await people.signIn(ana.email, 'wrong horse battery');
    expect(stranger.userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);

    expect((await operator('restore', ana.email)).code).toBe(0);
    expect((await people.signIn(ana.email)).userErrors).toEqual([]);
    const next = orderOf(ana.id);
    await user.happened(OrderPlaced, next);
    await user.heard(CustomerValidated, ({ orderId }) => orderId === next.orderId);
  });
});

function orderOf(buyerId: string) {
  const unitPrice = { minorUnits: 1_250, currencyCode: 'EUR' };
  const line = { variantId: newId('var'), productId: newId('prd'), sellerId: newId('usr'), productName: 'Mug', quantity: 1, unitPrice };
  const placedAt = new Date().toISOString();
  return { orderId: newId('ord'), sagaId: newId('sag'), number: 'A-1001', buyerId, lines: [line], total: unitPrice, placedAt };
}
