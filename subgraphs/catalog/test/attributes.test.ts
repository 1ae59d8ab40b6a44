import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { type AskOptions, person } from '@agora/platform/testing/subgraph';
import { AttributeCreated, AttributeDeleted, AttributeUpdated, CategoryUpdated } from '@agora/schema/events/catalog';
import * as z from 'zod';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
let seller: Actor;
const admin = person('ADMIN');

beforeAll(async () => {
  shop = await openShop();
  seller = await shop.verifiedSeller();
});
afterAll(() => shop?.stop());

const UserErrors = z.array(
  z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable(), currentVersion: z.int().optional() }),
);
const ERRORS = 'userErrors { code message field ... on VersionMismatchError { currentVersion } }';

const Defined = z.object({
  attributeDefinition: z.object({ id: z.string(), key: z.string(), version: z.int() }).nullable(),
  userErrors: UserErrors,
});

async function payloadOf(mutation: string, input: object, result: string, options: AskOptions = {}): Promise<unknown> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { ${result} ${ERRORS} } }`;
  return (await shop.data(document, { input }, { as: admin, ...options }))['payload'];
}

const createDefinition = async (input: object, options: AskOptions = {}) =>
  Defined.parse(await payloadOf('attributeDefinitionCreate', input, 'attributeDefinition { id key version }', options));
const updateDefinition = async (attributeDefinitionId: string, input: object) =>
  Defined.parse(
    await payloadOf('attributeDefinitionUpdate', { attributeDefinitionId, ...input }, 'attributeDefinition { id key version }'),
  );
const deleteDefinition = async (attributeDefinitionId: string) =>
  z
    .object({ deletedAttributeDefinitionId: z.string().nullable(), userErrors: UserErrors })
    .parse(await payloadOf('attributeDefinitionDelete', { attributeDefinitionId }, 'deletedAttributeDefinitionId'));

const ask = async (categoryId: string, attributes: readonly { attributeDefinitionId: string; isRequired?: boolean }[], more: object = {}) =>
  z
    .object({ category: z.object({ id: z.string(), version: z.int() }).nullable(), userErrors: UserErrors })
    .parse(await payloadOf('categoryAttributesSet', { categoryId, attributes, ...more }, 'category { id version }'));

const named = (en: string) => [{ locale: 'en', text: en }];

let made = 0;

/** A definition of its own key. */
async function define(kind: string, given: object = {}) {
  const key = `key_${++made}`;
  const choices = kind.startsWith('CHOICE') ? ['a', 'b'].map((value) => ({ value, labels: named(value.toUpperCase()) })) : null;
  const { attributeDefinition, userErrors } = await createDefinition({ key, names: named(key), kind, choices, ...given });
  if (!attributeDefinition) throw new Error(JSON.stringify(userErrors));
  return attributeDefinition;
}

/** A category of its own slug. */
async function branch(parentId: string | null = null) {
  const slug = `branch-${++made}`;
  const payload = await payloadOf(
    'categoryCreate',
    { translations: [{ locale: 'en', name: slug }], slug, parentId },
    'category { id slug }',
  );
  return z.object({ category: z.object({ id: z.string(), slug: z.string() }) }).parse(payload).category;
}

async function askedIn(id: string) {
  const { category } = await shop.data(
    'query ($id: ID!) { category(id: $id) { attributes { isRequired isInherited definition { key } } } }',
    { id },
  );
  const Asked = z.object({ isRequired: z.boolean(), isInherited: z.boolean(), definition: z.object({ key: z.string() }) });
  return z
    .object({ attributes: z.array(Asked) })
    .parse(category)
    .attributes.map(({ definition, isRequired, isInherited }) => [definition.key, isRequired, isInherited]);
}

const problems = (userErrors: z.output<typeof UserErrors>) => userErrors.map(({ code, field }) => [code, field?.join('.')]);

describe('an attribute', () => {
  test('is defined once for each key, with labels and choices in several languages', async () => {
    const input = {
      key: 'wood',
      names: [
        { locale: 'es', text: 'Madera' },
        { locale: 'pt', text: 'Madeira' },
      ],
      kind: 'CHOICES',
      choices: [
        { value: 'oak', labels: [{ locale: 'es', text: 'Roble' }] },
        {
          value: 'ash-wood',
          labels: [
            { locale: 'en', text: 'Ash' },
            { locale: 'es', text: 'Fresno' },
          ],
        },
      ],
    };
    const all = await Promise.all(Array.from({ length: 5 }, () => createDefinition(input)));
    const [{ id = '' } = {}] = all.flatMap(({ attributeDefinition }) => attributeDefinition ?? []);
    expect(all.flatMap(({ userErrors }) => problems(userErrors))).toEqual(Array.from({ length: 4 }, () => ['ALREADY_EXISTS', 'key']));

    const fields = 'key name names { locale text } kind unit choices { value label labels { locale text } } isFilterable version';
    const { _entities } = await shop.data(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on AttributeDefinition { ${fields} wanted: name(locale: "pt-BR") } } }`,
      { of: [{ __typename: 'AttributeDefinition', id }] },
      { acceptLanguage: 'en' },
    );
    expect(_entities).toEqual([
      {
        ...input,
        name: 'Madera',
        wanted: 'Madeira',
        unit: null,
        isFilterable: true,
        version: 1,
        choices: [
          { ...input.choices[0], label: 'Roble' },
          { ...input.choices[1], label: 'Ash' },
        ],
      },
    ]);
    expect(await shop.heard(AttributeCreated, ({ key }) => key === 'wood')).toEqual({
      attributeDefinitionId: id,
      key: 'wood',
      kind: 'CHOICES',
      unit: null,
      choices: ['oak', 'ash-wood'],
      isFilterable: true,
      version: 1,
    });
  });

  test('is refused with the field that does not fit', async () => {
    const of = async (input: object) =>
      problems((await createDefinition({ key: 'fits', names: named('Fits'), kind: 'TEXT', ...input })).userErrors);
    for (const key of ['', 'Upper', 'a-b', 'x'.repeat(41), 'price', 'category']) expect(await of({ key })).toEqual([['INVALID', 'key']]);
    expect(await of({ names: [] })).toEqual([['INVALID', 'names']]);
    expect(await of({ names: [...named('A'), ...named('B')] })).toEqual([['INVALID', 'names']]);
    expect(await of({ names: named('x'.repeat(81)) })).toEqual([['INVALID', 'names.0.text']]);
    expect(await of({ unit: 'cm' })).toEqual([['INVALID', 'unit']]);
    expect(await of({ kind: 'NUMBER', unit: 'x'.repeat(21) })).toEqual([['INVALID', 'unit']]);
    const choice = (value: string) => ({ value, labels: named(value) });
    expect(await of({ choices: [choice('a')] })).toEqual([['INVALID', 'choices']]);
    expect(await of({ kind: 'CHOICE' })).toEqual([['INVALID', 'choices']]);
    expect(await of({ kind: 'CHOICE', choices: [choice('a'), choice('a')] })).toEqual([['INVALID', 'choices']]);
    expect(await of({ kind: 'CHOICE', choices: [choice('A b')] })).toEqual([['INVALID', 'choices.0.value']]);
    const many = Array.from({ length: 51 }, (_, at) => choice(`c-${at}`));
    expect(await of({ kind: 'CHOICE', choices: many })).toEqual([['LIMIT_REACHED', 'choices']]);
    expect((await createDefinition({ key: 'fits', names: named('Fits'), kind: 'CHOICE', choices: many.slice(1) })).userErrors).toEqual([]);
  });

  test('changes but for its key and kind, and not over somebody else', async () => {
    const { id, key } = await define('NUMBER');
    expect((await updateDefinition(id, { unit: 'cm', names: named('Height'), expectedVersion: 1 })).attributeDefinition).toEqual({
      id,
      key,
      version: 2,
    });
    expect((await updateDefinition(id, { unit: 'm', expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'VERSION_MISMATCH', currentVersion: 2 },
    ]);
    expect(await shop.heard(AttributeUpdated, (event) => event.attributeDefinitionId === id)).toMatchObject({ unit: 'cm', version: 2 });
    expect(problems((await updateDefinition(id, { choices: [{ value: 'a', labels: named('A') }] })).userErrors)).toEqual([
      ['INVALID', 'choices'],
    ]);
    expect((await updateDefinition(id, { unit: null, isFilterable: false })).userErrors).toEqual([]);
    for (const nothing of [newId('atd'), newId('cat'), 'nonsense', '\0'])
      expect(problems((await updateDefinition(nothing, {})).userErrors)).toEqual([['NOT_FOUND', 'attributeDefinitionId']]);
    const { attributeDefinitions } = await shop.data(
      '{ attributeDefinitions(filter: { query: "hei" }) { totalCount nodes { id unit isFilterable } } }',
      {},
      { as: seller },
    );
    expect(attributeDefinitions).toEqual({ totalCount: 1, nodes: [{ id, unit: null, isFilterable: false }] });
  });

  test('is found by key, label and kind, by sellers and administrators', async () => {
    const colour = await define('CHOICE', { key: 'tone_of_glaze', names: [{ locale: 'pt', text: 'Tom do esmalte' }] });
    const find = async (filter: string) =>
      (await shop.data(`{ attributeDefinitions(first: 100, filter: ${filter}) { nodes { key } } }`, {}, { as: seller }))[
        'attributeDefinitions'
      ];
    for (const filter of ['{ query: "tone_" }', '{ query: "esm" }', '{ query: "tom", kinds: [CHOICE], isFilterable: true }'])
      expect(await find(filter)).toEqual({ nodes: [{ key: colour.key }] });
    for (const filter of ['{ query: "tom", kinds: [TEXT] }', '{ query: "tom", isFilterable: false }', '{ query: "%" }'])
      expect(await find(filter)).toEqual({ nodes: [] });
    for (const [as, code] of [
      [null, 'UNAUTHENTICATED'],
      [person(), 'FORBIDDEN'],
    ] as const)
      expect((await shop.ask('{ attributeDefinitions { totalCount } }', {}, { as })).errors?.[0]?.extensions['code']).toBe(code);
    const mutation =
      'mutation ($id: ID!) { attributeDefinitionDelete(input: { attributeDefinitionId: $id }) { deletedAttributeDefinitionId } }';
    expect((await shop.ask(mutation, { id: colour.id }, { as: seller })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('is removed once no category asks for it', async () => {
    const { id } = await define('TEXT');
    const { id: categoryId } = await branch();
    await ask(categoryId, [{ attributeDefinitionId: id }]);
    expect(problems((await deleteDefinition(id)).userErrors)).toEqual([['IN_USE', 'attributeDefinitionId']]);
    await ask(categoryId, []);
    expect(await deleteDefinition(id)).toEqual({ deletedAttributeDefinitionId: id, userErrors: [] });
    expect(problems((await deleteDefinition(id)).userErrors)).toEqual([['NOT_FOUND', 'attributeDefinitionId']]);
    expect(await shop.heard(AttributeDeleted, (event) => event.attributeDefinitionId === id)).toBeTruthy();
  });
});

describe('a category asks for attributes', () => {
  test('of its own and of the branches above, those first, each once', async () => {
    const [a, b, c] = [await define('TEXT'), await define('NUMBER'), await define('BOOLEAN')];
    const top = await branch();
    const below = await branch(top.id);
    const asked = await ask(top.id, [{ attributeDefinitionId: b.id, isRequired: true }, { attributeDefinitionId: a.id }], {
      expectedVersion: 1,
    });
    expect(asked).toMatchObject({ category: { version: 2 }, userErrors: [] });
    await ask(below.id, [{ attributeDefinitionId: c.id }, { attributeDefinitionId: a.id, isRequired: true }]);
    expect(await askedIn(top.id)).toEqual([
      [b.key, true, false],
      [a.key, false, false],
    ]);
    expect(await askedIn(below.id)).toEqual([
      [b.key, true, true],
      [a.key, true, true],
      [c.key, false, false],
    ]);
    expect(await shop.heard(CategoryUpdated, ({ categoryId }) => categoryId === top.id)).toMatchObject({
      version: 2,
      attributes: [
        { attributeDefinitionId: b.id, isRequired: true },
        { attributeDefinitionId: a.id, isRequired: false },
      ],
    });
    expect((await ask(top.id, [], { expectedVersion: 1 })).userErrors).toMatchObject([{ code: 'VERSION_MISMATCH', currentVersion: 2 }]);
    await ask(top.id, [{ attributeDefinitionId: a.id }]);
    expect(await askedIn(below.id)).toEqual([
      [a.key, true, true],
      [c.key, false, false],
    ]);
  });

  test('that there are, each once, and fifty at most with those of the branches above', async () => {
    const top = await branch();
    const below = await branch(top.id);
    const one = await define('TEXT');
    const of = async (categoryId: string, ids: readonly string[]) =>
      problems(
        (
          await ask(
            categoryId,
            ids.map((attributeDefinitionId) => ({ attributeDefinitionId })),
          )
        ).userErrors,
      );
    for (const nothing of [newId('atd'), 'nonsense', '\0'])
      expect(await of(top.id, [one.id, nothing])).toEqual([['NOT_FOUND', 'attributes.1.attributeDefinitionId']]);
    expect(await of(top.id, [one.id, one.id])).toEqual([['INVALID', 'attributes.1.attributeDefinitionId']]);
    expect(await of(newId('cat'), [one.id])).toEqual([['NOT_FOUND', 'categoryId']]);

    const many: string[] = [];
    while (many.length < 50) many.push((await define('TEXT')).id);
    expect(await of(top.id, [...many, one.id])).toEqual([['LIMIT_REACHED', 'attributes']]);
    expect(await of(below.id, many)).toEqual([]);
    expect(await of(top.id, [one.id])).toEqual([['LIMIT_REACHED', 'attributes']]);
    expect(await of(top.id, many)).toEqual([]);
    const full = await branch();
    expect(await of(full.id, [one.id])).toEqual([]);
    const moved = await payloadOf('categoryMove', { categoryId: below.id, parentId: full.id, position: 0 }, 'category { id }');
    expect(moved).toMatchObject({ category: null, userErrors: [{ code: 'LIMIT_REACHED', field: ['parentId'] }] });
  });
});
