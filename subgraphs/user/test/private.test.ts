import type { Actor } from '@agora/platform/security/actor';
import { beforeAll, expect, test } from '@jest/globals';
import { type DocumentNode, Kind, parse, type TypeNode } from 'graphql';
import * as z from 'zod';
import { mailsOf } from './support/mails.ts';
import type { Member } from './support/people.ts';
import { openUser } from './support/user.ts';

const { user, people, operator } = await openUser();

/** Who may read what of a person. Whoever adds a field to `User` says here whose it is; `viewer…` tells each reader of themselves. */
const READERS = {
  everybody: [
    ...['id', 'username', 'displayName', 'avatar', 'profile', 'seller', 'skills', 'createdAt', 'updatedAt', 'version', 'isViewer'],
    ...['viewerCanEdit', 'viewerCanBlock', 'viewerCanSuspend', 'viewerCanGrantRoles', 'viewerHasBlocked', 'viewerHasMuted', 'viewerNote'],
  ],
  operators: ['status', 'suspension'],
  administrators: ['email', 'emailVerifiedAt', 'roles', 'contact', 'twoFactor', 'securityEvents', 'sellerVerification', 'lastSignedInAt'],
  'the person alone': [
    ...['preferences', 'liveCursor', 'hasPassword', 'identities', 'sessions', 'pendingEmail', 'blockedUsers', 'mutedUsers'],
    ...['addresses', 'defaultShippingAddress', 'defaultBillingAddress'],
  ],
};
const PRIVATE = [...READERS.operators, ...READERS.administrators, ...READERS['the person alone']];

/** What is written nowhere but in what is private of Ana. */
const SECRETS = {
  email: 'ana-of-the-secrets@agora.example',
  pendingEmail: 'ana-later@agora.example',
  phone: '+573001234567',
  street: 'Calle de los Secretos 7',
  legalName: 'Secretos de Ana SAS',
  seat: 'Carrera del Registro 9',
  note: 'Ana thinks this alone.',
};

let ana: Member;
let ben: Member;
let admin: Member;
let sdl: DocumentNode;
let everything: string;
let ids: { readonly profile: string; readonly seller: string; readonly address: string; readonly verification: string };

beforeAll(async () => {
  const service = z.object({ sdl: z.string() }).parse((await user.data('{ _service { sdl } }'))['_service']);
  sdl = parse(service.sdl);
  everything = `fragment Everything on User { ${selectionOf('User', 3)} }`;
  ana = await people.member({ email: SECRETS.email, displayName: 'Ana Quetzalli', profileKind: 'BUSINESS' });
  [ben, admin] = [await people.member(), await people.member()];
  await operator('grant', admin.email, 'ADMIN');
  admin = { ...admin, roles: ['USER', 'ADMIN'] };
  await mailsOf(() => user).proveEmail(ana);
  const postalAddress = { recipientName: 'Ana', line1: SECRETS.street, city: 'Bogotá', region: 'Bogotá', countryCode: 'CO' };
  const address = await does(ana, 'addressCreate', { label: 'Home', postalAddress }, 'address { id }');
  const asked = { legalName: SECRETS.legalName, countryCode: 'CO', address: { ...postalAddress, line1: SECRETS.seat } };
  const verification = await does(ana, 'sellerVerificationRequest', asked, 'sellerVerification { id }');
  await does(ana, 'userContactUpdate', { phone: SECRETS.phone });
  await does(ana, 'userEmailChangeRequest', { newEmail: SECRETS.pendingEmail });
  for (const [name, input] of Object.entries({ userBlock: {}, userMute: {}, userNoteUpdate: { note: SECRETS.note } }))
    await does(ana, name, { ...input, userId: ben.id });
  await does(ben, 'userBlock', { userId: ana.id });
  const Ids = z.object({ profile: z.object({ id: z.string() }), seller: z.object({ id: z.string() }) });
  const { profile, seller } = Ids.parse((await user.data('{ viewer { profile { id } seller { id } } }', {}, { as: ana }))['viewer']);
  ids = { profile: profile.id, seller: seller.id, address, verification };
});

test('every field of a person is read by everybody, or it is said by whom', () => {
  expect(Object.values(READERS).flat().sort()).toEqual(
    fieldsOf('User')
      .map(({ name }) => name.value)
      .sort(),
  );
});

test('what is private of a person is there for themselves', async () => {
  const { viewer } = await user.data(`{ viewer { ...Everything } } ${everything}`, {}, { as: ana });
  const own = z.record(z.string(), z.unknown()).parse(viewer);
  expect(PRIVATE.filter((name) => own[name] == null)).toEqual(['suspension']);
  for (const secret of Object.values(SECRETS)) if (secret !== SECRETS.note) expect(JSON.stringify(own)).toContain(secret);
});

const WAYS = {
  'their id': 'user(id: $id) { ...Everything }',
  'their username': 'user(username: $username) { ...Everything }',
  'the id of a node': `_entities(representations: [{ __typename: "User", id: $id }]) { ...Everything }`,
  'their profile': '_entities(representations: [{ __typename: "Profile", id: $profile }]) { ... on Profile { user { ...Everything } } }',
  'their shop': '_entities(representations: [{ __typename: "Seller", id: $seller }]) { ... on Seller { user { ...Everything } } }',
  'the list of profiles': 'profiles(filter: { query: "Quetzalli" }) { nodes { user { ...Everything } } }',
  'those whom one has blocked': 'viewer { blockedUsers { nodes { user { ...Everything } } } }',
  'the people search': 'users(filter: { query: "Ana Quetzalli" }) { nodes { ...Everything } }',
  'the queue of verifications': 'sellerVerifications { nodes { user { ...Everything } } }',
  'the audit trail': 'securityEvents(filter: { userId: $id }, first: 1) { nodes { user { ...Everything } } }',
};
const FOR_OPERATORS: readonly string[] = ['the people search', 'the queue of verifications', 'the audit trail'];

test.each(Object.entries(WAYS))('is nobody else’s by %s', async (way, field) => {
  const moderator: Actor = { ...ben, roles: ['USER', 'MODERATOR'] };
  const askers = { guest: null, ben, moderator, admin } as const;
  for (const [who, as] of Object.entries(askers)) {
    const answer = await asks(field, as);
    const shown = peopleIn(answer).filter(({ id }) => id === ana.id);
    const may = { guest: [], ben: [], moderator: READERS.operators, admin: [...READERS.operators, ...READERS.administrators] }[who] ?? [];
    for (const one of shown) {
      const told = PRIVATE.filter((name) => one[name] != null && !may.includes(name));
      expect({ way, who, told }).toEqual({ way, who, told: [] });
    }
    const hasWay = way === 'those whom one has blocked' ? as?.id === ben.id : !FOR_OPERATORS.includes(way) || who === 'admin';
    if (hasWay) expect({ way, who, shown: shown.length > 0 }).toEqual({ way, who, shown: true });
    const secrets = who === 'admin' ? [SECRETS.street, SECRETS.pendingEmail, SECRETS.note] : Object.values(SECRETS);
    expect(secrets.filter((secret) => JSON.stringify(answer ?? null).includes(secret))).toEqual([]);
  }
});

test.each(['address', 'verification'] as const)('the %s of somebody is nobody else’s by its id', async (kind) => {
  const typename = kind === 'address' ? 'Address' : 'SellerVerification';
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "${typename}", id: $id }]) { __typename } }`;
  const seenBy = async (as: Actor | null) => (await user.ask(query, { id: ids[kind] }, { as })).data?.['_entities'];
  expect(await seenBy(ana)).toEqual([{ __typename: typename }]);
  for (const as of [null, ben, ...(kind === 'address' ? [admin] : [])]) expect(await seenBy(as)).toEqual([null]);
});

test('what is private of a person is not in the answer to whoever does something about them', async () => {
  for (const name of ['userMute', 'userUnmute', 'userUnblock', 'userBlock']) {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { user { ...Everything } userErrors { code } } } ${everything}`;
    const { data } = await user.ask(query, { input: { userId: ana.id } }, { as: ben });
    const [shown] = peopleIn(data);
    expect(shown?.['id']).toBe(ana.id);
    expect(PRIVATE.filter((field) => shown?.[field] != null)).toEqual([]);
  }
});

async function asks(field: string, as: Actor | null): Promise<unknown> {
  const wanted = ['id', 'username', 'profile', 'seller'].filter((name) => new RegExp(`\\$${name}\\b`).test(field));
  const declared = wanted.map((name) => `$${name}: ${name === 'username' ? 'String' : 'ID'}!`).join(' ');
  const { user: found } = await user.data('query ($id: ID!) { user(id: $id) { username } }', { id: ana.id });
  const { username } = z.object({ username: z.string() }).parse(found);
  const query = `query ${declared && `(${declared})`} { ${field} } ${everything}`;
  const given: Readonly<Record<string, string>> = { id: ana.id, username, profile: ids.profile, seller: ids.seller };
  const { data } = await user.ask(query, Object.fromEntries(wanted.map((name) => [name, given[name]])), { as });
  return data;
}

/** Every person in an answer, however deep; each was asked for everything. */
function peopleIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(peopleIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'displayName' in value && 'email' in value ? [{ ...value }] : [];
  return [...own, ...Object.values(value).flatMap(peopleIn)];
}

async function does(as: Actor, name: string, input: object, asked = '__typename'): Promise<string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${asked} userErrors { code field } } }`;
  const payload = z
    .object({ userErrors: z.array(z.unknown()).length(0), address: z.object({ id: z.string() }).optional() })
    .extend({ sellerVerification: z.object({ id: z.string() }).optional() })
    .parse((await user.data(query, { input }, { as }))[name]);
  return payload.address?.id ?? payload.sellerVerification?.id ?? '';
}

/** Every field of a type, to so many levels: of another person below, the id alone. */
function selectionOf(typeName: string, levels: number): string {
  return fieldsOf(typeName)
    .flatMap(({ name, type }) => {
      const of = namedType(type);
      const below = fieldsOf(of);
      if (below.length === 0) return isAbstract(of) ? [`${name.value} { __typename }`] : [name.value];
      if (of === 'User') return [`${name.value} { id }`];
      return levels > 0 ? [`${name.value} { ${selectionOf(of, levels - 1) || '__typename'} }`] : [];
    })
    .join(' ');
}

function fieldsOf(typeName: string) {
  return sdl.definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    definition.name.value === typeName
      ? (definition.fields ?? [])
      : [],
  );
}

function isAbstract(typeName: string): boolean {
  return sdl.definitions.some(
    (definition) =>
      (definition.kind === Kind.UNION_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
      definition.name.value === typeName,
  );
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
