import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { type AskOptions, person } from '@agora/platform/testing/subgraph';
import {
  CategoryCreated,
  CategoryDeleted,
  CategoryMoved,
  CategoryUpdated,
  ProductUpdated,
  VariantListed,
} from '@agora/schema/events/catalog';
import { Client } from 'pg';
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

const Changed = z.object({
  category: z.object({ id: z.string(), slug: z.string(), version: z.int(), position: z.int(), depth: z.int() }).nullable().optional(),
  deletedCategoryId: z.string().nullable().optional(),
  movedProductCount: z.int().optional(),
  userErrors: z.array(
    z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable(), currentVersion: z.int().optional() }),
  ),
});

async function change(mutation: string, input: object, options: AskOptions = {}): Promise<z.output<typeof Changed>> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const result = mutation === 'categoryDelete' ? 'deletedCategoryId movedProductCount' : 'category { id slug version position depth }';
  const { payload } = await shop.data(
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) {
       ${result} userErrors { code message field ... on VersionMismatchError { currentVersion } } } }`,
    { input },
    { as: admin, ...options },
  );
  return Changed.parse(payload);
}

let made = 0;

/** A category of its own slug. */
async function branch(parentId: string | null = null, given: object = {}) {
  const slug = `branch-${++made}`;
  const { category, userErrors } = await change('categoryCreate', {
    translations: [{ locale: 'en', name: slug }],
    slug,
    parentId,
    ...given,
  });
  if (!category) throw new Error(JSON.stringify(userErrors));
  return category;
}

/** As many, each below the one before. */
async function chain(length: number, parentId: string | null = null) {
  const ids: string[] = [];
  while (ids.length < length) ids.push((await branch(ids.at(-1) ?? parentId)).id);
  return ids;
}

const errorsOf = async (mutation: string, input: object) =>
  (await change(mutation, input)).userErrors.map(({ code, field }) => [code, field?.join('.')]);

async function read(id: string, fields: string, options: AskOptions = {}): Promise<unknown> {
  return (await shop.data(`query ($id: ID!) { category(id: $id) { ${fields} } }`, { id }, options))['category'];
}

const childrenOf = async (id: string) => {
  const { children } = z
    .object({ children: z.object({ nodes: z.array(z.object({ id: z.string(), position: z.int() })) }) })
    .parse(await read(id, 'children(first: 100) { nodes { id position } }'));
  expect(children.nodes.map(({ position }) => position)).toEqual(children.nodes.map((_, index) => index));
  return children.nodes.map((child) => child.id);
};

const ancestorsOf = async (id: string) =>
  z
    .object({ ancestors: z.array(z.object({ id: z.string() })) })
    .parse(await read(id, 'ancestors { id }'))
    .ancestors.map((one) => one.id);

describe('a branch of the catalogue', () => {
  test('is added with its names, and read in the language that is wanted, else in the first', async () => {
    const { category } = await change('categoryCreate', {
      translations: [
        { locale: 'es', name: 'Relojes de péndulo', description: 'Que hacen tictac.' },
        { locale: 'pt-BR', name: 'Relógios de pêndulo' },
      ],
    });
    const { id = '' } = category ?? {};
    expect(category).toMatchObject({ slug: 'relojes-de-pendulo', version: 1, depth: 0 });
    const texts = (acceptLanguage: string) => read(id, 'name description', { acceptLanguage });
    expect(await texts('en, pt-BR')).toEqual({ name: 'Relógios de pêndulo', description: 'Que hacen tictac.' });
    expect(await texts('de')).toEqual({ name: 'Relojes de péndulo', description: 'Que hacen tictac.' });
    expect(await texts('es-CO, pt-BR')).toMatchObject({ name: 'Relojes de péndulo' });
    expect(await read(id, 'name(locale: "pt-BR") translations { locale }')).toEqual({ name: 'Relógios de pêndulo', translations: null });
    expect(await read(id, 'translations { locale name description isOriginal } viewerCanEdit', { as: admin })).toEqual({
      translations: [
        { locale: 'es', name: 'Relojes de péndulo', description: 'Que hacen tictac.', isOriginal: true },
        { locale: 'pt-BR', name: 'Relógios de pêndulo', description: null, isOriginal: false },
      ],
      viewerCanEdit: true,
    });
    expect(await shop.heard(CategoryCreated, ({ categoryId }) => categoryId === id)).toEqual({
      categoryId: id,
      slug: 'relojes-de-pendulo',
      name: 'Relojes de péndulo',
      parentId: null,
      version: 1,
    });
  });

  test('has a slug of its own: a name that is taken is lengthened, a slug that is wanted is refused', async () => {
    const named = () => change('categoryCreate', { translations: [{ locale: 'en', name: 'Twin branch' }] });
    const all = await Promise.all(Array.from({ length: 6 }, named));
    const slugs = all.map(({ category }) => category?.slug ?? '');
    expect(new Set(slugs).size).toBe(6);
    for (const slug of slugs) expect(slug).toMatch(/^twin-branch/);

    const wanted = await Promise.all(
      Array.from({ length: 6 }, () => change('categoryCreate', { translations: [{ locale: 'en', name: 'Wanted' }], slug: 'one-alone' })),
    );
    expect(wanted.filter(({ category }) => category)).toHaveLength(1);
    expect(wanted.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array.from({ length: 5 }, () => 'SLUG_TAKEN'));
    const other = await branch();
    expect(await errorsOf('categoryUpdate', { categoryId: other.id, slug: 'one-alone' })).toEqual([['SLUG_TAKEN', 'slug']]);
  });

  test('is changed as it was read, and not over somebody else', async () => {
    const { id, slug } = await branch();
    const renamed = await change('categoryUpdate', { categoryId: id, slug: `${slug}-new`, expectedVersion: 1 });
    expect(renamed.category).toMatchObject({ slug: `${slug}-new`, version: 2 });
    const late = await change('categoryUpdate', { categoryId: id, translations: [{ locale: 'en', name: 'Late' }], expectedVersion: 1 });
    expect(late.userErrors).toMatchObject([{ code: 'VERSION_MISMATCH', field: ['expectedVersion'], currentVersion: 2 }]);
    expect(await errorsOf('categoryMove', { categoryId: id, position: 0, expectedVersion: 1 })).toEqual([
      ['VERSION_MISMATCH', 'expectedVersion'],
    ]);
    expect(await read(id, 'name slug')).toEqual({ name: slug, slug: `${slug}-new` });
    expect(await shop.data('query ($slug: String!) { category(slug: $slug) { id } }', { slug: `${slug}-new` })).toEqual({
      category: { id },
    });
    expect(await shop.heard(CategoryUpdated, ({ categoryId }) => categoryId === id)).toMatchObject({ slug: `${slug}-new`, version: 2 });
  });

  test('what does not fit is refused with the field it is about, in the language of who asks', async () => {
    const en = { locale: 'en', name: 'Fitting' };
    const problems = (input: object) => errorsOf('categoryCreate', { translations: [en], ...input });
    expect(await problems({ translations: [] })).toEqual([['INVALID', 'translations']]);
    expect(await problems({ translations: [en, { locale: 'ja', name: '時計' }] })).toEqual([['INVALID', 'translations.1.locale']]);
    expect(await problems({ translations: [en, en] })).toEqual([['INVALID', 'translations']]);
    expect(await problems({ translations: [{ locale: 'en', name: '\u200b' }] })).toEqual([['INVALID', 'translations.0.name']]);
    expect(await problems({ translations: [{ ...en, description: 'x'.repeat(20_001) }] })).toEqual([
      ['INVALID', 'translations.0.description'],
    ]);
    for (const slug of ['', 'Capital', 'a--b', '-a', 'ä', 'x'.repeat(101)]) expect(await problems({ slug })).toEqual([['INVALID', 'slug']]);
    expect(await problems({ position: -1 })).toEqual([['INVALID', 'position']]);
    for (const parentId of [newId('cat'), newId('prd'), 'nonsense', '\0'])
      expect(await problems({ parentId })).toEqual([['NOT_FOUND', 'parentId']]);
    const said = await change('categoryCreate', { translations: [en], parentId: newId('cat') }, { acceptLanguage: 'pt' });
    expect(said.userErrors).toMatchObject([{ message: 'Essa categoria não existe.' }]);
  });

  test('is made by administrators alone, and once where it is asked for twice', async () => {
    const input = { translations: [{ locale: 'en', name: 'Asked for twice' }] };
    const mutation = 'mutation ($input: CategoryCreateInput!) { categoryCreate(input: $input) { category { id } } }';
    for (const [as, code] of [
      [null, 'UNAUTHENTICATED'],
      [seller, 'FORBIDDEN'],
      [person('MODERATOR'), 'FORBIDDEN'],
    ] as const)
      expect((await shop.ask(mutation, { input }, { as })).errors?.[0]?.extensions['code']).toBe(code);
    const [first, second] = [
      await change('categoryCreate', input, { idempotencyKey: 'twice' }),
      await change('categoryCreate', input, { idempotencyKey: 'twice' }),
    ];
    expect(first.category).toBeTruthy();
    expect(second).toEqual(first);
  });
});

describe('the tree', () => {
  test('has an order among siblings, which an addition and a move change and which has no gaps', async () => {
    const top = await branch();
    const [a, b, c] = [await branch(top.id), await branch(top.id), await branch(top.id)];
    const first = await branch(top.id, { position: 0 });
    expect(await childrenOf(top.id)).toEqual([first.id, a.id, b.id, c.id]);
    await change('categoryMove', { categoryId: c.id, parentId: top.id, position: 1 });
    expect(await childrenOf(top.id)).toEqual([first.id, c.id, a.id, b.id]);
    const other = await branch();
    const moved = await change('categoryMove', { categoryId: c.id, parentId: other.id, position: 99 });
    expect(moved.category).toMatchObject({ position: 0, depth: 1, version: 3 });
    expect([await childrenOf(top.id), await childrenOf(other.id)]).toEqual([[first.id, a.id, b.id], [c.id]]);
    expect(await shop.heard(CategoryMoved, ({ categoryId, version }) => categoryId === c.id && version === 3)).toMatchObject({
      parentId: other.id,
    });
  });

  test('moves a branch with all below it, and never below itself', async () => {
    const [top = '', middle = '', bottom = ''] = await chain(3);
    const elsewhere = await branch();
    for (const parentId of [middle, bottom])
      expect(await errorsOf('categoryMove', { categoryId: middle, parentId, position: 0 })).toEqual([['CONFLICT', 'parentId']]);
    await change('categoryMove', { categoryId: middle, parentId: elsewhere.id, position: 0 });
    expect(await ancestorsOf(bottom)).toEqual([elsewhere.id, middle]);
    await change('categoryMove', { categoryId: middle, parentId: null, position: 0 });
    expect(await ancestorsOf(bottom)).toEqual([middle]);
    expect([await read(bottom, 'depth parent { id }'), await childrenOf(top)]).toEqual([{ depth: 1, parent: { id: middle } }, []]);
  });

  test('has no cycle after two moves at once that together would make one', async () => {
    const pairs = await Promise.all(Array.from({ length: 10 }, async () => [await branch(), await branch()] as const));
    const answers = await Promise.all(
      pairs.flatMap(([one, other]) => [
        change('categoryMove', { categoryId: one.id, parentId: other.id, position: 0 }),
        change('categoryMove', { categoryId: other.id, parentId: one.id, position: 0 }),
      ]),
    );
    for (const [at, [one, other]] of pairs.entries()) {
      const two = answers.slice(at * 2, at * 2 + 2);
      expect(two.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CONFLICT']);
      const [above, below] = two[0]?.category ? [other, one] : [one, other];
      expect([await ancestorsOf(below.id), await ancestorsOf(above.id)]).toEqual([[above.id], []]);
    }
  });

  test('is at most ten deep, however it grows', async () => {
    const deep = await chain(10);
    expect(await read(deep.at(-1) ?? '', 'depth')).toEqual({ depth: 9 });
    expect(await ancestorsOf(deep.at(-1) ?? '')).toEqual(deep.slice(0, -1));
    const translations = [{ locale: 'en', name: 'Too deep' }];
    expect(await errorsOf('categoryCreate', { translations, parentId: deep[9] })).toEqual([['LIMIT_REACHED', 'parentId']]);
    const [top = '', below = ''] = await chain(2);
    expect(await errorsOf('categoryMove', { categoryId: top, parentId: deep[8], position: 0 })).toEqual([['LIMIT_REACHED', 'parentId']]);
    expect(await ancestorsOf(below)).toEqual([top]);
    expect((await change('categoryMove', { categoryId: top, parentId: deep[7], position: 0 })).category).toMatchObject({ depth: 8 });
    expect(await errorsOf('categoryDelete', { categoryId: deep[0], moveToCategoryId: below })).toEqual([['INVALID', 'moveToCategoryId']]);
  });
});

describe('products of a category', () => {
  const productsIn = async (id: string, args = '', options: AskOptions = {}) =>
    z
      .object({ productCount: z.int(), products: z.object({ totalCount: z.int(), nodes: z.array(z.object({ id: z.string() })) }) })
      .parse(await read(id, `productCount products${args} { totalCount nodes { id } }`, options));

  test('are those on sale in it and below it, newest first, as the filter and the order want them', async () => {
    const [top = '', middle = ''] = await chain(2);
    const below = await branch(middle);
    const slugOf = async (id: string) => z.object({ slug: z.string() }).parse(await read(id, 'slug')).slug;
    const inTop = await shop.list(seller, {
      name: 'Zither',
      categorySlug: await slugOf(top),
      price: { amount: '3.00', currencyCode: 'EUR' },
    });
    const inBelow = await shop.list(seller, {
      name: 'Accordion',
      categorySlug: below.slug,
      price: { amount: '9.00', currencyCode: 'EUR' },
    });
    await shop.draft(seller, { name: 'Draft', categorySlug: below.slug });

    const ids = (...listed: { readonly id: string }[]) => ({ totalCount: listed.length, nodes: listed.map(({ id }) => ({ id })) });
    expect(await productsIn(top)).toEqual({ productCount: 2, products: ids(inBelow, inTop) });
    expect(await productsIn(below.id)).toEqual({ productCount: 1, products: ids(inBelow) });
    expect((await productsIn(top, '(sort: { field: NAME, direction: DESC })')).products).toEqual(ids(inTop, inBelow));
    const cheap = '(filter: { categorySlugs: ["nowhere"], price: { currencyCode: "EUR", lte: "5" } })';
    expect((await productsIn(top, cheap)).products).toEqual(ids(inTop));
    const asked = 'query ($slugs: [String!]) { products(filter: { categorySlugs: $slugs }) { nodes { id } } }';
    expect(await shop.data(asked, { slugs: [await slugOf(top)] })).toEqual({ products: { nodes: [{ id: inBelow.id }, { id: inTop.id }] } });

    await change('categoryMove', { categoryId: below.id, parentId: null, position: 0 });
    expect(await productsIn(top)).toEqual({ productCount: 1, products: ids(inTop) });
  });

  test('move with what is below it when it is removed, else it stays', async () => {
    const [old = '', under = ''] = await chain(2);
    const target = await branch();
    const { slug } = z.object({ slug: z.string() }).parse(await read(old, 'slug'));
    const listed = [await shop.list(seller, { categorySlug: slug }), await shop.draft(seller, { categorySlug: slug })];
    expect(await errorsOf('categoryDelete', { categoryId: old })).toEqual([['IN_USE', 'categoryId']]);
    for (const moveToCategoryId of [newId('cat'), 'nonsense'])
      expect(await errorsOf('categoryDelete', { categoryId: old, moveToCategoryId })).toEqual([['NOT_FOUND', 'moveToCategoryId']]);
    for (const moveToCategoryId of [old, under])
      expect(await errorsOf('categoryDelete', { categoryId: old, moveToCategoryId })).toEqual([['INVALID', 'moveToCategoryId']]);

    const gone = await change('categoryDelete', { categoryId: old, moveToCategoryId: target.id });
    expect(gone).toMatchObject({ deletedCategoryId: old, movedProductCount: 2, userErrors: [] });
    expect([await read(old, 'id'), await childrenOf(target.id), await ancestorsOf(under)]).toEqual([null, [under], [target.id]]);
    for (const { id } of listed) {
      const { product } = await shop.data('query ($id: ID!) { product(id: $id) { category { id } version } }', { id }, { as: seller });
      const { version } = z.object({ version: z.int() }).parse(product);
      expect(product).toMatchObject({ category: { id: target.id } });
      expect(
        await shop.heard(ProductUpdated, ({ productId, categorySlug }) => productId === id && categorySlug === target.slug),
      ).toMatchObject({ version });
    }
    expect(await shop.heard(CategoryDeleted, ({ categoryId }) => categoryId === old)).toEqual({
      categoryId: old,
      slug,
      movedToCategoryId: target.id,
      movedProductCount: 2,
    });
    expect(await errorsOf('categoryDelete', { categoryId: old })).toEqual([['NOT_FOUND', 'categoryId']]);
    expect(await change('categoryDelete', { categoryId: (await branch()).id })).toMatchObject({ movedProductCount: 0, userErrors: [] });
  });

  test('on sale have terms that name the categories above them, also once one of these has moved or is gone', async () => {
    const [top = '', below = ''] = await chain(2);
    const [elsewhere, last] = [await branch(), await branch()];
    const slugOf = async (id: string) => z.object({ slug: z.string() }).parse(await read(id, 'slug')).slug;
    const listed = await shop.list(seller, { categorySlug: await slugOf(below) });
    const draft = await shop.draft(seller, { categorySlug: await slugOf(below) });
    const terms = (variantId: string) => shop.heardAll(VariantListed, (told) => told.variantId === variantId);
    const told = async (categoryIds: readonly string[]) => {
      const now = await shop.heard(
        VariantListed,
        (one) => one.variantId === listed.variantId && one.categoryIds?.join() === categoryIds.join(),
      );
      expect(now.version).toBe(Math.max(...terms(listed.variantId).map(({ version }) => version)));
    };
    await told([top, below]);
    await change('categoryMove', { categoryId: below, parentId: elsewhere.id, position: 0 });
    await told([elsewhere.id, below]);
    await change('categoryDelete', { categoryId: below, moveToCategoryId: last.id });
    await told([last.id]);
    await change('categoryMove', { categoryId: last.id, parentId: null, position: 0 });
    await change('categoryMove', { categoryId: last.id, parentId: top, position: 0 });
    await told([top, last.id]);
    expect([terms(listed.variantId).length, terms(draft.variantId).length]).toEqual([4, 0]);
  });

  test('are announced anew after a move that waits for none of them, in the order of their ids, and not all at once', async () => {
    const [parent, elsewhere] = [await branch(), await branch()];
    const ids: string[] = [];
    while (ids.length < 55)
      ids.push(
        ...(await Promise.all(Array.from({ length: 11 }, () => shop.list(seller, { categorySlug: parent.slug })))).map(({ id }) => id),
      );
    ids.sort();
    const client = new Client({ connectionString: shop.databaseUrl });
    await client.connect();
    try {
      // Somebody changes the first and the last of them.
      await client.query('begin');
      await client.query('select from product where id = any($1) for update', [[ids[0], ids.at(-1)]]);
      expect(await change('categoryMove', { categoryId: parent.id, parentId: elsewhere.id, position: 0 })).toMatchObject({
        userErrors: [],
      });
      await client.query('rollback');
      const anew = (listed: { readonly categoryIds?: readonly string[] | undefined }) => listed.categoryIds?.[0] === elsewhere.id;
      await eventually(() => shop.heardAll(VariantListed, anew).length === ids.length);
      const { rows } = await client.query<{ product: string }>(
        `select data ->> 'productId' as product from platform.event_log
           where type = 'catalog.variant.listed.v1' and data -> 'categoryIds' ->> 0 = $1 order by id`,
        [elsewhere.id],
      );
      expect(rows.map(({ product }) => product)).toEqual(ids);
      const { rows: transactions } = await client.query('select distinct xmin::text from product_variant where product_id = any($1)', [
        ids,
      ]);
      expect(transactions.length).toBeGreaterThan(1);
      expect((await client.query('select from product_relisting')).rows).toEqual([]);
    } finally {
      await client.end();
    }
  });

  test('that change while their category gets another name are found by the new one', async () => {
    const parent = await branch();
    const one = await branch(parent.id);
    const { id } = await shop.list(seller, { categorySlug: one.slug });
    const client = new Client({ connectionString: shop.databaseUrl });
    await client.connect();
    try {
      // A change that has written down what the product is found by, and has not committed.
      await client.query('begin');
      await client.query("update product set name = 'Renamed meanwhile', updated_at = now() where id = $1", [id]);
      await client.query('set constraints all immediate');
      const renamed = change('categoryUpdate', {
        categoryId: parent.id,
        translations: [{ locale: 'en', name: 'Quenchables' }],
      });
      await eventually(async () => {
        const { rows } = await client.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        return rows.length > 0;
      });
      await client.query('commit');
      await renamed;
    } finally {
      await client.end();
    }
    const found = () => shop.data('{ products(filter: { query: "quenchables" }) { nodes { id } } }');
    await eventually(async () => JSON.stringify(await found()).includes(id));
  });

  test('that are listed while their category is removed are in the other one, or not listed', async () => {
    const target = await branch();
    for (let round = 0; round < 5; round++) {
      const old = await branch();
      const [, ...created] = await Promise.all([
        change('categoryDelete', { categoryId: old.id, moveToCategoryId: target.id }),
        ...Array.from({ length: 4 }, () => shop.create(seller, { categorySlug: old.slug })),
      ]);
      for (const { product, userErrors } of created) {
        if (!product) expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['categorySlug'] }]);
        else
          expect(
            (await shop.data('query ($id: ID!) { product(id: $id) { category { id } } }', { id: product.id }, { as: seller }))['product'],
          ).toEqual({ category: { id: target.id } });
      }
    }
  });
});

describe('categories are found', () => {
  const found = async (filter: object, options: AskOptions = {}) =>
    z
      .object({ categories: z.object({ nodes: z.array(z.object({ slug: z.string() })) }) })
      .parse(
        await shop.data(
          'query ($filter: CategoryFilterInput) { categories(first: 100, filter: $filter) { nodes { slug } } }',
          { filter },
          options,
        ),
      )
      .categories.nodes.map(({ slug }) => slug);

  test('by the beginning of a word of their name, by place and by what they hold', async () => {
    const top = await branch(null, {
      translations: [
        { locale: 'pt', name: 'Coisas de São João' },
        { locale: 'es', name: 'Cosas raras' },
      ],
    });
    const below = await branch(top.id, { translations: [{ locale: 'pt', name: '100% raro' }] });
    expect(await found({ query: 'sao' })).toEqual([top.slug]);
    expect(await found({ query: ' RAR' }, { acceptLanguage: 'pt' })).toEqual([below.slug, top.slug]);
    expect(await found({ query: 'oisas' })).toEqual([]);
    expect(await found({ query: '100%' })).toEqual([below.slug]);
    expect(await found({ query: '%' })).toEqual([]);
    expect(await found({ parentIds: [top.id, 'nonsense'] })).toEqual([below.slug]);
    expect(await found({ query: 'rar', isTopLevel: true })).toEqual([top.slug]);
    expect(await found({ query: 'rar', isTopLevel: false })).toEqual([below.slug]);
    expect(await found({ query: 'rar', maxDepth: 0 })).toEqual([top.slug]);
    expect(await found({ query: 'rar', hasProducts: true })).toEqual([]);
    await shop.list(seller, { categorySlug: below.slug });
    expect(await found({ query: 'cos', hasProducts: true })).toEqual([top.slug]);
    expect(await found({ query: 'cos', hasProducts: false })).toEqual([]);
    const refused = await shop.ask('{ categories(filter: { maxDepth: -1 }) { totalCount } }');
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('that came with the schema speak the three languages of the marketplace', async () => {
    const { categories } = await shop.data(
      '{ categories(filter: { query: "eletr" }) { nodes { slug es: name(locale: "es") pt: name(locale: "pt") en: name(locale: "en") } } }',
    );
    expect(categories).toEqual({ nodes: [{ slug: 'electronics', es: 'Electrónica', pt: 'Eletrônicos', en: 'Electronics' }] });
  });
});
