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

describe('what a product tells', () => {
  const FACTS = 'attributes { key name text number boolean date choices { value } definition { id } }';
  const read = async (id: string, options: AskOptions = {}) =>
    (await shop.data(`query ($id: ID!) { product(id: $id) { version ${FACTS} } }`, { id }, { as: seller, ...options }))[
      'product'
    ] as unknown;
  const textsOf = async (id: string, acceptLanguage = 'en') =>
    z
      .object({ attributes: z.array(z.object({ key: z.string(), text: z.string() })) })
      .parse(await read(id, { acceptLanguage }))
      .attributes.map(({ key, text }) => [key, text]);
  const update = async (productId: string, input: object) =>
    z
      .object({ product: z.object({ version: z.int() }).nullable(), userErrors: UserErrors })
      .parse(await payloadOf('productUpdate', { productId, ...input }, 'product { version }', { as: seller }));

  /** A category that asks for one of each kind. */
  async function wardrobe() {
    const [size, weight, washable, woven, colour, fibres] = [
      await define('TEXT'),
      await define('NUMBER', { unit: 'kg' }),
      await define('BOOLEAN'),
      await define('DATE'),
      await define('CHOICE', {
        choices: [
          {
            value: 'red',
            labels: [
              { locale: 'en', text: 'Red' },
              { locale: 'es', text: 'Rojo' },
            ],
          },
          { value: 'blue', labels: named('Blue') },
        ],
      }),
      await define('CHOICES', { choices: ['wool', 'silk', 'hemp'].map((value) => ({ value, labels: named(value) })) }),
    ];
    const category = await branch();
    await ask(
      category.id,
      [size, weight, washable, woven, colour, fibres].map(({ id }) => ({ attributeDefinitionId: id })),
    );
    return { category, size, weight, washable, woven, colour, fibres };
  }

  test('is of the kind that was asked for, in the order of the category and the language of the reader', async () => {
    const { category, size, weight, washable, woven, colour, fibres } = await wardrobe();
    const attributes = [
      { key: fibres.key, choices: ['silk', 'wool'] },
      { key: colour.key, choices: ['red'] },
      { key: woven.key, date: '2026-05-03' },
      { key: washable.key, boolean: false },
      { key: weight.key, number: '1234.50' },
      { key: size.key, text: ' One for all ' },
    ];
    const { product } = await shop.create(seller, { categorySlug: category.slug, attributes });
    const id = product?.id ?? '';
    expect(await textsOf(id)).toEqual([
      [size.key, 'One for all'],
      [weight.key, '1,234.5\u00a0kg'],
      [washable.key, 'No'],
      [woven.key, 'May 3, 2026'],
      [colour.key, 'Red'],
      [fibres.key, 'silk, wool'],
    ]);
    expect((await textsOf(id, 'es-CO')).slice(1, 5)).toEqual([
      [weight.key, '1234,5\u00a0kg'],
      [washable.key, 'No'],
      [woven.key, '3 de mayo de 2026'],
      [colour.key, 'Rojo'],
    ]);
    const nothing = { number: null, boolean: null, date: null, choices: [] };
    expect(await read(id)).toMatchObject({
      version: 1,
      attributes: [
        { ...nothing, key: size.key, name: size.key, definition: { id: size.id } },
        { ...nothing, number: '1234.5' },
        { ...nothing, boolean: false },
        { ...nothing, date: '2026-05-03' },
        { ...nothing, choices: [{ value: 'red' }] },
        { ...nothing, choices: [{ value: 'silk' }, { value: 'wool' }] },
      ],
    });

    const again = [...attributes].reverse();
    expect((await update(id, { attributes: again })).product).toEqual({ version: 1 });
    expect((await update(id, { name: 'The same facts' })).product).toEqual({ version: 2 });
    expect((await textsOf(id)).length).toBe(6);
    expect((await update(id, { attributes: [{ key: weight.key, number: '-0.000000001' }] })).product).toEqual({ version: 3 });
    expect(await textsOf(id)).toEqual([[weight.key, '-0.000000001\u00a0kg']]);
    expect((await update(id, { attributes: [] })).product).toEqual({ version: 4 });
    expect(await textsOf(id)).toEqual([]);
  });

  test('has to fit, or is refused with its place; nothing is created or changed then', async () => {
    const { category, size, weight, washable, colour, fibres } = await wardrobe();
    const other = await define('TEXT');
    const refused: [object, string][] = [
      [{ key: 'unheard_of', text: 'x' }, 'key'],
      [{ key: other.key, text: 'x' }, 'key'],
      [{ key: size.key }, 'text'],
      [{ key: size.key, number: '1' }, 'text'],
      [{ key: size.key, text: 'x', number: '1' }, 'text'],
      [{ key: size.key, text: '\u200b' }, 'text'],
      [{ key: size.key, text: 'x'.repeat(501) }, 'text'],
      [{ key: weight.key, text: '1' }, 'number'],
      [{ key: washable.key, choices: ['a'] }, 'boolean'],
      [{ key: colour.key, choices: [] }, 'choices'],
      [{ key: colour.key, choices: ['red', 'blue'] }, 'choices'],
      [{ key: colour.key, choices: ['Red'] }, 'choices.0'],
      [{ key: fibres.key, choices: [] }, 'choices'],
      [{ key: fibres.key, choices: ['wool', 'wool'] }, 'choices.1'],
      [{ key: fibres.key, choices: ['wool', 'red'] }, 'choices.1'],
    ];
    for (const [attribute, field] of refused) {
      const { product, userErrors } = await shop.create(seller, { categorySlug: category.slug, attributes: [attribute] });
      expect([product, userErrors.map(({ code, field: path }) => [code, path?.join('.')])]).toEqual([
        null,
        [['INVALID', `attributes.0.${field}`]],
      ]);
    }
    const { id } = await shop.draft(seller, { categorySlug: category.slug, attributes: [{ key: size.key, text: 'L' }] });
    const two = [
      { key: size.key, text: 'M' },
      { key: size.key, text: 'S' },
      { key: 'unheard_of', text: 'x' },
    ];
    expect(problems((await update(id, { name: 'Other', attributes: two })).userErrors)).toEqual([
      ['INVALID', 'attributes.1.key'],
      ['INVALID', 'attributes.2.key'],
    ]);
    expect([await read(id), await textsOf(id)]).toMatchObject([{ version: 1 }, [[size.key, 'L']]]);
    const bad = await shop.ask(
      'mutation ($input: ProductUpdateInput!) { productUpdate(input: $input) { userErrors { code } } }',
      { input: { productId: id, attributes: [{ key: weight.key, number: '1e9' }] } },
      { as: seller },
    );
    expect(bad.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('has to be told before it is published where the category says so, and stays told while it is on sale', async () => {
    const { category, size, colour } = await wardrobe();
    await ask(category.id, [{ attributeDefinitionId: size.id, isRequired: true }, { attributeDefinitionId: colour.id }]);
    const draft = await shop.draft(seller, { categorySlug: category.slug });
    const problemsOf = async (id: string, as: Actor | null) =>
      (
        await shop.data(
          'query ($id: ID!) { product(id: $id) { publishProblems { code message attributeKey } } }',
          { id },
          { as, acceptLanguage: 'es' },
        )
      )['product'];
    const publishProblems = [
      { code: 'ATTRIBUTE_MISSING', message: `Los productos de esta categoría deben indicar: ${size.key}.`, attributeKey: size.key },
    ];
    expect(await problemsOf(draft.id, seller)).toEqual({ publishProblems });
    expect((await shop.publish(seller, draft.id)).userErrors).toMatchObject([{ code: 'NOT_READY', field: ['productId'] }]);

    const told = [{ key: size.key, text: 'L' }];
    await update(draft.id, { attributes: told });
    expect(await problemsOf(draft.id, seller)).toEqual({ publishProblems: [] });
    expect((await shop.publish(seller, draft.id)).userErrors).toEqual([]);
    expect(await problemsOf(draft.id, null)).toEqual({ publishProblems: null });
    expect(problems((await update(draft.id, { attributes: [] })).userErrors)).toEqual([['REQUIRED', 'attributes']]);
    expect(await textsOf(draft.id)).toEqual([[size.key, 'L']]);

    const stricter = await branch();
    await ask(stricter.id, [{ attributeDefinitionId: colour.id, isRequired: true }]);
    expect(problems((await update(draft.id, { categorySlug: stricter.slug })).userErrors)).toEqual([['REQUIRED', 'attributes']]);
    const moved = await update(draft.id, { categorySlug: stricter.slug, attributes: [{ key: colour.key, choices: ['blue'] }] });
    expect(moved.userErrors).toEqual([]);

    const later = await define('BOOLEAN');
    await ask(stricter.id, [
      { attributeDefinitionId: colour.id, isRequired: true },
      { attributeDefinitionId: later.id, isRequired: true },
    ]);
    expect(await problemsOf(draft.id, seller)).toMatchObject({ publishProblems: [{ attributeKey: later.key }] });
    expect((await shop.data('query ($id: ID!) { product(id: $id) { status } }', { id: draft.id }))['product']).toEqual({
      status: 'PUBLISHED',
    });
    expect((await update(draft.id, { attributes: [{ key: colour.key, choices: ['red'] }] })).userErrors).toEqual([]);
  });

  test('stays when its category changes, or asks for something else, and may be told again as it is', async () => {
    const { category, size, colour } = await wardrobe();
    const attributes = [
      { key: size.key, text: 'L' },
      { key: colour.key, choices: ['red'] },
    ];
    const { id } = await shop.list(seller, { categorySlug: category.slug, attributes });
    await ask(category.id, []);
    const texts = [
      [colour.key, 'Red'],
      [size.key, 'L'],
    ].toSorted();
    expect(await textsOf(id)).toEqual(texts);
    const elsewhere = await branch();
    expect((await update(id, { categorySlug: elsewhere.slug })).userErrors).toEqual([]);
    expect(await textsOf(id)).toEqual(texts);
    expect((await update(id, { attributes: [{ key: size.key, text: 'XL' }, attributes[1]] })).userErrors).toEqual([]);
    expect((await update(id, { attributes: [attributes[1]] })).userErrors).toEqual([]);
    expect(problems((await update(id, { attributes })).userErrors)).toEqual([['INVALID', 'attributes.0.key']]);
  });

  test('keeps its choice from going, and goes with its attribute', async () => {
    const { category, colour, size } = await wardrobe();
    const { id } = await shop.list(seller, {
      categorySlug: category.slug,
      attributes: [
        { key: colour.key, choices: ['red'] },
        { key: size.key, text: 'L' },
      ],
    });
    const blue = { value: 'blue', labels: named('Navy') };
    expect(problems((await updateDefinition(colour.id, { choices: [blue] })).userErrors)).toEqual([['IN_USE', 'choices']]);
    const red = { value: 'red', labels: named('Crimson') };
    expect((await updateDefinition(colour.id, { choices: [{ value: 'green', labels: named('Green') }, red] })).userErrors).toEqual([]);
    expect(await textsOf(id)).toEqual([
      [size.key, 'L'],
      [colour.key, 'Crimson'],
    ]);
    await ask(category.id, [{ attributeDefinitionId: colour.id }]);
    expect((await deleteDefinition(size.id)).userErrors).toEqual([]);
    expect(await textsOf(id)).toEqual([[colour.key, 'Crimson']]);
  });

  test('is never a choice that goes at the same time', async () => {
    const { category, colour } = await wardrobe();
    const labelled = (values: readonly string[]) => values.map((value) => ({ value, labels: named(value) }));
    const kept = ['red'];
    for (let round = 0; round < 5; round++) {
      const value = `new-${round}`;
      await updateDefinition(colour.id, { choices: labelled([...kept, value]) });
      const attributes = [{ key: colour.key, choices: [value] }];
      const [{ userErrors }, ...created] = await Promise.all([
        updateDefinition(colour.id, { choices: labelled(kept) }),
        ...Array.from({ length: 3 }, () => shop.create(seller, { categorySlug: category.slug, attributes })),
      ]);
      const listed = created.flatMap(({ product }) => product ?? []);
      expect(userErrors.map(({ code }) => code)).toEqual(listed.length > 0 ? ['IN_USE'] : []);
      for (const { id } of listed) expect(await textsOf(id)).toEqual([[colour.key, value]]);
      if (listed.length > 0) kept.push(value);
    }
  });
});
