import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { openUser } from './support/user.ts';

const { user, people } = await openUser();

const HOME = {
  recipientName: 'Ana Ruiz',
  line1: 'Calle 1 # 2-3',
  city: 'Medellín',
  region: 'Antioquia',
  postalCode: '050021',
  countryCode: 'CO',
};

const ENTRY = `id label isDefaultShipping isDefaultBilling version
  postalAddress { recipientName companyName line1 line2 city region postalCode countryCode phone formatted }`;
const Entry = z
  .object({ id: z.string(), label: z.string().nullable(), isDefaultShipping: z.boolean(), isDefaultBilling: z.boolean() })
  .loose();
const Changed = z.object({
  address: Entry.nullish(),
  deletedAddressId: z.string().nullish(),
  user: z.object({ addresses: z.array(Entry) }).nullable(),
  userErrors: z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }).loose()),
});

async function change(as: Actor, verb: 'Create' | 'Update' | 'Delete', input: object, acceptLanguage = 'en') {
  const gone = verb === 'Delete' ? 'deletedAddressId' : `address { ${ENTRY} }`;
  const query = `mutation ($input: Address${verb}Input!) {
    address${verb}(input: $input) {
      ${gone} user { addresses { ${ENTRY} } }
      userErrors { code message field ... on VersionMismatchError { currentVersion } }
    }
  }`;
  return Changed.parse((await user.data(query, { input }, { as, acceptLanguage }))[`address${verb}`]);
}

async function add(as: Actor, label: string, more: object = {}): Promise<string> {
  const { address } = await change(as, 'Create', { label, postalAddress: HOME, ...more });
  return address?.id ?? '';
}

/** By label, with what each is the default of. */
function bookOf({ user: owner }: z.output<typeof Changed>): string[] {
  return (owner?.addresses ?? []).map(
    ({ label, isDefaultShipping, isDefaultBilling }) => `${label}${isDefaultShipping ? ' ships' : ''}${isDefaultBilling ? ' bills' : ''}`,
  );
}

describe('an address book', () => {
  test('has the first as default of everything, until another is; the newest left takes over from what is removed', async () => {
    const ana = await people.member();
    const first = await add(ana, 'first');
    await add(ana, 'second');
    const third = await change(ana, 'Create', { label: 'third', postalAddress: HOME, isDefaultShipping: true });
    expect(bookOf(third)).toEqual(['third ships', 'first bills', 'second']);
    expect(bookOf(await change(ana, 'Update', { addressId: first, isDefaultShipping: true, isDefaultBilling: false }))).toEqual([
      'first ships bills',
      'third',
      'second',
    ]);
    const gone = await change(ana, 'Delete', { addressId: first });
    expect(gone.deletedAddressId).toBe(first);
    expect(bookOf(gone)).toEqual(['third ships bills', 'second']);
    const defaults = '{ viewer { defaultShippingAddress { label } defaultBillingAddress { label } } }';
    expect(await user.data(defaults, {}, { as: ana })).toEqual({
      viewer: { defaultShippingAddress: { label: 'third' }, defaultBillingAddress: { label: 'third' } },
    });
  });

  test('holds 50 addresses, also where many are added at once, and one default of each kind', async () => {
    const ana = await people.member();
    const added = await Promise.all(
      Array.from({ length: 52 }, (_, i) => change(ana, 'Create', { label: `${i}`, postalAddress: HOME, isDefaultBilling: true })),
    );
    expect(added.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['LIMIT_REACHED', 'LIMIT_REACHED']);
    const { viewer } = (await user.data('{ viewer { addresses { isDefaultShipping isDefaultBilling } } }', {}, { as: ana })) as unknown as {
      viewer: { addresses: { isDefaultShipping: boolean; isDefaultBilling: boolean }[] };
    };
    expect(viewer.addresses).toHaveLength(50);
    expect(viewer.addresses.filter(({ isDefaultShipping }) => isDefaultShipping)).toHaveLength(1);
    expect(viewer.addresses.filter(({ isDefaultBilling }) => isDefaultBilling)).toHaveLength(1);
  });

  test('is changed entry by entry: what is absent stays, an address is replaced whole, an old version is refused', async () => {
    const ana = await people.member();
    const addressId = await add(ana, 'Home', { postalAddress: { ...HOME, phone: '+57 300 1234567', companyName: 'Taller' } });
    const moved = {
      recipientName: 'Ana Ruiz',
      line1: '1 Main St',
      city: 'Springfield',
      region: 'IL',
      postalCode: '62701',
      countryCode: 'US',
    };
    const { address } = await change(ana, 'Update', { addressId, postalAddress: moved, expectedVersion: 1 });
    expect(address).toMatchObject({
      label: 'Home',
      postalAddress: { ...moved, companyName: null, phone: null, formatted: ['Ana Ruiz', '1 Main St', 'Springfield, IL 62701'] },
    });
    const stale = await change(ana, 'Update', { addressId, label: null, expectedVersion: 1 });
    expect(stale.userErrors).toMatchObject([{ code: 'VERSION_MISMATCH', currentVersion: address?.['version'] }]);
    expect((await change(ana, 'Update', { addressId, label: null })).address).toMatchObject({ label: null, postalAddress: moved });
  });
});

describe('an address is refused that the post of its country would not deliver', () => {
  test.each([
    [{ postalCode: '5002' }, 'postalCode'],
    [{ countryCode: 'US', region: null, postalCode: '62701' }, 'region'],
    [{ countryCode: 'DE', postalCode: null }, 'postalCode'],
    [{ recipientName: ' ' }, 'recipientName'],
    [{ line1: 'x'.repeat(201) }, 'line1'],
    [{ phone: '3001234567' }, 'phone'],
  ])('%j', async (differently, field) => {
    const ana = await people.member();
    const { address, userErrors } = await change(ana, 'Create', { postalAddress: { ...HOME, ...differently } });
    expect([address, userErrors]).toMatchObject([null, [{ code: 'INVALID', field: ['postalAddress', field] }]]);
  });

  test.each([
    ['en', 'This is no postal code of this country.'],
    ['es', 'Esto no es un código postal de este país.'],
    ['pt', 'Isto não é um código postal deste país.'],
  ])('with a sentence in %s', async (language, message) => {
    const { userErrors } = await change(await people.member(), 'Create', { postalAddress: { ...HOME, postalCode: 'x' } }, language);
    expect(userErrors).toMatchObject([{ message }]);
  });
});

describe("nobody's addresses are somebody else's", () => {
  test("by no path, not even an administrator's; guests sign in", async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const addressId = await add(ana, 'Home');
    const book = 'addresses { id } defaultShippingAddress { id } defaultBillingAddress { id }';
    const none = { addresses: null, defaultShippingAddress: null, defaultBillingAddress: null };
    const entity =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Address { label } ... on User { addresses { id } } } }';
    const of = [
      { __typename: 'Address', id: addressId },
      { __typename: 'User', id: ana.id },
    ];
    for (const as of [ben, { ...ben, roles: ['USER', 'MODERATOR', 'ADMIN'] } as const]) {
      expect(await user.data(`query ($id: ID!) { user(id: $id) { ${book} } }`, { id: ana.id }, { as })).toEqual({ user: none });
      expect(await user.data(`query ($id: ID!) { user(id: $id) { profile { user { ${book} } } } }`, { id: ana.id }, { as })).toEqual({
        user: { profile: { user: none } },
      });
      expect(await user.data(entity, { of }, { as })).toEqual({ _entities: [null, { addresses: null }] });
    }
    expect(await user.data(entity, { of }, { as: ana })).toEqual({ _entities: [{ label: 'Home' }, { addresses: [{ id: addressId }] }] });
    const guest = await user.ask(`query ($id: ID!) { user(id: $id) { ${book} } }`, { id: ana.id });
    expect(guest.errors?.map(({ extensions }) => extensions['code'])).toEqual(Array(3).fill('UNAUTHENTICATED'));
    expect((await user.ask(entity, { of })).data).toMatchObject({ _entities: [null, { addresses: null }] });
  });

  test('to change, to remove or to take for their own', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const addressId = await add(ana, 'Home');
    for (const id of [addressId, newId('adr'), 'adr_\0', '']) {
      expect((await change(ben, 'Update', { addressId: id, label: 'Mine' })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect((await change(ben, 'Delete', { addressId: id })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    for (const field of ['id', 'accountId', 'userId', 'version']) {
      const query = 'mutation ($input: AddressCreateInput!) { addressCreate(input: $input) { address { id } } }';
      const { errors } = await user.ask(query, { input: { postalAddress: HOME, [field]: ana.id } }, { as: ben });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    expect(bookOf(await change(ana, 'Update', { addressId, label: 'Still mine' }))).toEqual(['Still mine ships bills']);
  });
});

test('a book and both defaults are one statement', async () => {
  const ana = await people.member();
  for (let i = 0; i < 3; i++) await add(ana, `${i}`);
  user.ownStatements();
  const query = '{ viewer { addresses { id } defaultShippingAddress { id } defaultBillingAddress { id } } }';
  await user.data(query, {}, { as: ana });
  expect(user.ownStatements().filter((sql) => sql.includes('from address'))).toHaveLength(1);
});
