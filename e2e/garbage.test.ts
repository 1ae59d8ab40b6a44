import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import { TYPE_BY_PREFIX } from '@agora/schema/ids';
import { generateKeyPair, SignJWT } from 'jose';
import * as z from 'zod';
import { ask, data, socket } from './client.ts';
import { formsHere, type Agora, startAgora } from './agora.ts';
import { postReview } from './reviews.ts';
import { signingKey } from './signing-key.ts';
import { buy, fillCart, type Listing, listProduct, type Person, register, sagaCompleted, signIn } from './shop.ts';

/** Well formed, and of nothing. */
const NOBODY = 'usr_01kb0000000000000000000000';
const NOTHING = NOBODY.replace('usr', 'prd');

describe.each(formsHere())('garbage on %s', (form) => {
  let agora: Agora;
  let buyer: Person;
  let stranger: Person;
  let seller: Person;
  let bowl: Listing;
  let orderId: string;

  beforeAll(async () => {
    agora = await startAgora(form);
    [buyer, stranger, seller] = await Promise.all([register(agora, 'Greta Moe'), register(agora, 'Eva Dal'), signIn(agora, 'seller')]);
    bowl = await listProduct(agora, seller, 'Ash bowl', 50);
    orderId = await buy(agora, buyer, bowl.variantId);
    await sagaCompleted(agora, buyer, orderId);
    await fillCart(agora, buyer, bowl.variantId, 2);
  });
  afterAll(() => agora?.stop());

  /** Everything that garbage could have changed. */
  async function state(): Promise<unknown> {
    const { data: everything } = await ask(
      agora,
      `query ($id: ID!, $order: ID!) {
       products(first: 1) { totalCount } profiles(first: 1) { totalCount } communities { totalCount }
       product(id: $id) { status variants { availableQuantity } discussions { totalCount } }
       viewer { orders { totalCount } cart { version lines { quantity } } unreadNotificationCount }
       order(id: $order) { status history { totalCount } } }`,
      { id: bowl.productId, order: orderId },
      buyer,
    );
    return everything;
  }

  const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${agora.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  const Errors = z.object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).min(1) });
  const codesOf = async (response: Response) => Errors.parse(await response.json()).errors.map(({ extensions }) => extensions.code);

  test.each([
    ['no JSON', 'this is no JSON', 400],
    ['half a request', '{"query":', 400],
    ['no query', '{}', 400],
    ['a query that does not parse', JSON.stringify({ query: '{ viewer {' }), 400],
    ['an unknown field', JSON.stringify({ query: '{ viewer { passwordHash } }' }), 400],
    [
      'an unknown input field',
      JSON.stringify({ query: 'mutation { sessionCreate(input: { email: "a", password: "b", role: ADMIN }) { userErrors { code } } }' }),
      400,
    ],
    [
      'a variable of the wrong type',
      JSON.stringify({ query: 'query ($f: Int) { products(first: $f) { totalCount } }', variables: { f: 'many' } }),
      200,
    ],
  ])('%s is refused with a code, and changes nothing', async (_what, body, status) => {
    const before = await state();
    const response = await post(body);
    expect([status, 400]).toContain(response.status);
    for (const code of await codesOf(response))
      expect(['BAD_REQUEST', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']).toContain(code);
    expect(await state()).toEqual(before);
  });

  test('a body of more than 1 MB is refused before it is read', async () => {
    const response = await post(JSON.stringify({ query: '{ viewer { id } }', variables: { text: 'x'.repeat(1_100_000) } }));
    expect(response.status).toBe(413);
  });

  test.each([
    ['userRegister', { email: 'x@y.example', password: 'long enough 123', displayName: 'x'.repeat(1_000_000) }, ['displayName']],
    ['userRegister', { email: `${'x'.repeat(1_000_000)}@y.example`, password: 'long enough 123', displayName: 'X' }, ['email']],
    [
      'productCreate',
      { name: 'x'.repeat(1_000_000), description: 'd', sku: 's', price: { amount: '1', currencyCode: 'EUR' }, categorySlug: 'x' },
      ['name'],
    ],
    [
      'productCreate',
      { name: 'n', description: 'd', sku: 's-1', price: { amount: '-1', currencyCode: 'EUR' }, categorySlug: 'x' },
      ['price', 'amount'],
    ],
    [
      'productCreate',
      { name: 'n', description: 'd', sku: 's-1', price: { amount: '1', currencyCode: 'EUR' }, stock: -5, categorySlug: 'x' },
      ['stock'],
    ],
    ['postCreate', { communityId: NOBODY.replace('usr', 'com'), title: 't', body: 'x'.repeat(1_000_000) }, ['body']],
  ])('%s with a value that is out of bounds names the field, and changes nothing', async (mutation, input, field) => {
    const before = await state();
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data: answer, errors } = await ask(
      agora,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code field } } }`,
      { input },
      seller,
    );
    expect(errors).toBeUndefined();
    expect(answer).toMatchObject({ [mutation]: { userErrors: expect.arrayContaining([{ code: 'INVALID', field }]) } });
    expect(await state()).toEqual(before);
  });

  test.each([-1, 0, 1_000, 2_000_000_000])('a cart does not take %s units', async (quantity) => {
    const before = await state();
    const { data: answer } = await ask(
      agora,
      'mutation ($input: CartLinesAddInput!) { cartLinesAdd(input: $input) { userErrors { code field } } }',
      { input: { lines: [{ variantId: bowl.variantId, quantity }] } },
      buyer,
    );
    expect(answer).toMatchObject({ cartLinesAdd: { userErrors: [{ code: 'INVALID', field: ['lines', '0', 'quantity'] }] } });
    expect(await state()).toEqual(before);
  });

  test.each([
    ['empty', ''],
    ['a word', 'nonsense'],
    ['well formed', NOTHING],
    ['SQL', "' or 1=1 --"],
    ['a NUL byte', '\u0000'],
    ['no letters', '💥'],
    ['very long', 'x'.repeat(10_000)],
  ])('an id that is %s is of nothing, and that is no error', async (_what, id) => {
    const { data: answer, errors } = await ask(
      agora,
      'query ($id: ID!) { product(id: $id) { name } order(id: $id) { number } post(id: $id) { title } user(id: $id) { username } node(id: $id) { ... on Product { name } } }',
      { id },
      buyer,
    );
    expect(errors).toBeUndefined();
    expect(answer).toEqual({ product: null, order: null, post: null, user: null, node: null });
  });

  test('variants, products, posts and carts of nowhere are NOT_FOUND to whoever wants to change them', async () => {
    const before = await state();
    const wrong: readonly (readonly [string, string, object, Person])[] = [
      ['cartLinesAdd', 'CartLinesAddInput', { lines: [{ variantId: NOTHING.replace('prd', 'var') }] }, buyer],
      ['productPublish', 'ProductPublishInput', { productId: NOTHING }, seller],
      ['checkoutComplete', 'CheckoutCompleteInput', { cartId: 'nonsense', paymentMethodId: 'sandbox-approve' }, buyer],
      ['orderCancel', 'OrderCancelInput', { orderId }, stranger],
      ['commentCreate', 'CommentCreateInput', { postId: 'nonsense', body: 'Hello?' }, buyer],
      ['postCreate', 'PostCreateInput', { communityId: 'nonsense', title: 'Hello', body: 'Hello?' }, buyer],
      ['notificationMarkRead', 'NotificationMarkReadInput', { ids: ['nonsense'] }, buyer],
    ];
    for (const [mutation, type, input, person] of wrong) {
      const { data: answer, errors } = await ask(
        agora,
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`,
        { input },
        person,
      );
      expect(errors).toBeUndefined();
      expect(answer).toMatchObject({ [mutation]: { userErrors: [{ code: 'NOT_FOUND' }] } });
    }
    expect(await state()).toEqual(before);
  });

  test('an id that is given as a number is a text, and of nothing', async () => {
    const { data: found, errors } = await ask(
      agora,
      `query ($id: ID!, $ids: [ID!]!) {
       nodes(ids: $ids) { id } one: node(id: 7) { id } product(id: $id) { id } products(filter: { sellerIds: [7, $id] }) { totalCount } }`,
      { id: 7, ids: [7, bowl.productId] },
    );
    expect(errors).toBeUndefined();
    expect(found).toEqual({ nodes: [null, { id: bowl.productId }], one: null, product: null, products: { totalCount: 0 } });
    const { data: cart } = await ask(
      agora,
      'mutation ($input: CartLinesAddInput!) { cartLinesAdd(input: $input) { userErrors { code } } }',
      { input: { lines: [{ variantId: 7, quantity: 1 }] } },
      buyer,
    );
    expect(cart).toEqual({ cartLinesAdd: { userErrors: [{ code: 'NOT_FOUND' }] } });
  });

  test('what is wrong is said in the language that whoever asks reads best', async () => {
    const said = async (headers: Readonly<Record<string, string>>) =>
      (
        await ask(
          agora,
          'mutation { orderCancel(input: { orderId: "x" }) { userErrors { message } } }',
          {},
          { token: buyer.token, headers },
        )
      ).data;
    const sentence = (message: string) => ({ orderCancel: { userErrors: [{ message }] } });
    expect(await said({ 'accept-language': 'en;q=0.2, fr, pt-BR;q=0.8' })).toEqual(sentence('Esse pedido não existe.'));
    expect(await said({ 'accept-language': 'es-CO' })).toEqual(sentence('No existe ese pedido.'));
    expect(await said({ 'accept-language': 'fr' })).toEqual(sentence('There is no such order.'));
  });

  test("another's order, cart and notifications read as null, without an error, by every way in", async () => {
    const { data: answer, errors } = await ask(
      agora,
      `query ($order: ID!, $buyer: ID!) { order(id: $order) { number } node(id: $order) { ... on Order { number total { amount } } }
       user(id: $buyer) { displayName email roles orders { totalCount } cart { id } notifications { totalCount } unreadNotificationCount } }`,
      { order: orderId, buyer: buyer.id },
      stranger,
    );
    expect(errors).toBeUndefined();
    expect(answer).toMatchObject({
      order: null,
      node: null,
      user: {
        displayName: 'Greta Moe',
        email: null,
        roles: null,
        orders: null,
        cart: null,
        notifications: null,
        unreadNotificationCount: null,
      },
    });
  });

  test('an id alone finds what is there and may be seen, of every type, and nothing else', async () => {
    const { addressCreate } = await data(
      agora,
      { addressCreate: z.object({ address: z.object(Identified) }) },
      `mutation { addressCreate(input: { postalAddress: { recipientName: "Greta", line1: "Calle 1 # 2-3", city: "Cali", region: "Valle del Cauca",
       countryCode: "CO" } }) { address { id } } }`,
      {},
      buyer,
    );
    const { mediaUploadCreate } = await data(
      agora,
      { mediaUploadCreate: z.object({ media: z.object(Identified) }) },
      `mutation { mediaUploadCreate(input: { purpose: PRODUCT, filename: "a.png", contentType: "image/png", byteSize: 1 }) { media { id } } }`,
      {},
      buyer,
    );
    const { wishlistCreate } = await data(
      agora,
      { wishlistCreate: z.object({ wishlist: z.object(Identified) }) },
      'mutation { wishlistCreate(input: { name: "Greta" }) { wishlist { id } } }',
      {},
      buyer,
    );
    const { viewer: ofSeller } = await data(
      agora,
      { viewer: z.object({ sellerVerification: z.object(Identified), stockLocations: z.array(z.object(Identified)).min(1) }) },
      '{ viewer { sellerVerification { id } stockLocations { id } } }',
      {},
      seller,
    );
    const { attributeDefinitionCreate: defined } = await data(
      agora,
      { attributeDefinitionCreate: z.object({ attributeDefinition: z.object(Identified) }) },
      `mutation { attributeDefinitionCreate(input: { key: "greta_s_own", names: [{ locale: "en", text: "Greta's own" }], kind: TEXT }) {
       attributeDefinition { id } } }`,
      {},
      await signIn(agora, 'admin'),
    );
    const transfers = await data(
      agora,
      { viewer: z.object({ productJobs: nodesOf({}) }) },
      '{ viewer { productJobs { nodes { id } } } }',
      {},
      seller,
    );
    const { viewer, product, communities, skills } = await data(
      agora,
      {
        viewer: z.object({
          ...Identified,
          profile: z.object(Identified),
          cart: z.object(Identified),
          orders: nodesOf({ sellerOrders: z.array(z.object(Identified)) }),
          notifications: nodesOf({}),
        }),
        product: z.object({ category: z.object(Identified), seller: z.object({ seller: z.object(Identified) }) }),
        communities: nodesOf({ posts: nodesOf({ comments: nodesOf({}) }) }),
        skills: nodesOf({}),
      },
      `query ($product: ID!) {
       viewer {
         id profile { id } cart { id } orders(first: 1) { nodes { id sellerOrders { id } } } notifications(first: 1) { nodes { id } }
       }
       product(id: $product) { category { id } seller { seller { id } } }
       communities { nodes { id posts { nodes { id comments(first: 1) { nodes { id } } } } } }
       skills(first: 1) { nodes { id } }
     }`,
      { product: bowl.productId },
      buyer,
    );
    const rings = await listProduct(agora, seller, 'Beech rings', 5);
    const review = await postReview(agora, buyer, { productId: rings.productId, rating: 5, body: '' });
    const posts = communities.nodes.flatMap((community) => community.posts.nodes);
    const [order] = viewer.orders.nodes;
    const privates = [
      viewer.cart,
      order,
      order?.sellerOrders[0],
      viewer.notifications.nodes[0],
      addressCreate.address,
      mediaUploadCreate.media,
      wishlistCreate.wishlist,
    ].map((one) => one?.id);
    const publics = [
      bowl.productId,
      bowl.variantId,
      review,
      ...[
        viewer,
        viewer.profile,
        product.category,
        defined.attributeDefinition,
        product.seller.seller,
        communities.nodes[0],
        posts[0],
        posts.flatMap(({ comments }) => comments.nodes)[0],
        skills.nodes[0],
      ].map((one) => one?.id),
    ];
    const others = [ofSeller.sellerVerification, ...ofSeller.stockLocations, ...transfers.viewer.productJobs.nodes].map(({ id }) => id);
    const nothing = Object.keys(TYPE_BY_PREFIX).map((prefix) => newId(prefix));
    const ids = [...privates, ...publics, ...others, ...nothing];
    const found = async (person: Person) => {
      const { nodes } = await data(
        agora,
        { nodes: z.array(z.object({ __typename: z.string(), ...Identified }).nullable()) },
        'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
        { ids },
        person,
      );
      return nodes;
    };

    const seen = await found(buyer);
    expect(seen.map((node) => node?.id ?? null)).toEqual([...privates, ...publics, ...[...others, ...nothing].map(() => null)]);
    const bySeller = (await found(seller)).filter((node) => node && others.includes(node.id));
    expect(new Set([...seen, ...bySeller].flatMap((node) => node?.__typename ?? []))).toEqual(
      new Set(Object.values(TYPE_BY_PREFIX).filter((type) => !OF_OPERATORS.has(type))),
    );
    expect((await found(stranger)).map((node) => node?.id ?? null)).toEqual([
      ...privates.map(() => null),
      ...publics,
      ...[...others, ...nothing].map(() => null),
    ]);
  });

  /** Types of which only administrators see anything. */
  const OF_OPERATORS = new Set(['DeadLetter', 'EventReplay', 'AuditEntry', 'EmailLog']);

  const Identified = { id: z.string() };
  const nodesOf = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ nodes: z.array(z.object({ ...Identified, ...shape })) });

  test.each([
    ['{ products(first: 100000) { totalCount } }', 'first'],
    ['{ products(first: 0) { totalCount } }', 'first'],
    ['{ products(first: -3) { totalCount } }', 'first'],
    ['{ products(first: 20, last: 20) { totalCount } }', 'last'],
    ['{ products(after: "nonsense") { totalCount } }', 'after'],
    ['{ viewer { notifications(after: "bm9wZQ.bm9wZQ") { totalCount } } }', 'after'],
    ['{ viewer { orders(first: 101) { totalCount } } }', 'first'],
  ])('%s is bad input, and says which argument', async (query, field) => {
    const { errors } = await ask(agora, query, {}, buyer);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: [field] });
  });

  test('a guest is asked to sign in where that is needed, and sees null where nobody is', async () => {
    const code = async (query: string) => (await ask(agora, query)).errors?.[0]?.extensions?.['code'];
    expect(await code(`{ order(id: "${orderId}") { number } }`)).toBe('UNAUTHENTICATED');
    expect(await code('mutation { notificationMarkRead(input: { all: true }) { unreadCount } }')).toBe('UNAUTHENTICATED');
    expect((await ask(agora, '{ viewer { id } }')).data).toEqual({ viewer: null });
    expect(
      (
        await ask(
          agora,
          'mutation { productCreate(input: { name: "n", description: "d", sku: "s", price: { amount: "1", currencyCode: "EUR" }, categorySlug: "c" }) { userErrors { code } } }',
          {},
          buyer,
        )
      ).errors?.[0]?.extensions?.['code'],
    ).toBe('FORBIDDEN');
  });

  test('tokens that are expired, forged, unsigned, for others, of others or nonsense are refused over HTTP and over a socket', async () => {
    const { privateKey: foreign } = await generateKeyPair('EdDSA');
    const claims = { sub: buyer.id, roles: ['USER', 'ADMIN'], sid: 'ses_01kb0000000000000000000000', auth_time: 0 };
    const { kid, key } = await signingKey(agora);
    const sign = (secret: Parameters<SignJWT['sign']>[0], exp: string, { audience = 'agora', issuer = 'agora' } = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(exp)
        .sign(secret);
    const unsigned = ['{"alg":"none"}', JSON.stringify({ ...claims, iss: 'agora', aud: 'agora', exp: 9e9 })]
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');
    const good = await sign(key, '5m');
    expect((await ask(agora, '{ viewer { id } }', {}, { token: good })).data).toEqual({ viewer: { id: buyer.id } });

    const bad = {
      expired: await sign(key, '-1s'),
      forged: await sign(foreign, '5m'),
      'for another audience': await sign(key, '5m', { audience: 'another-shop' }),
      'of another issuer': await sign(key, '5m', { issuer: 'another-shop' }),
      unsigned: `${unsigned}.`,
      cut: good.slice(0, -9),
      nonsense: 'x.y.z',
    };
    for (const [what, token] of Object.entries(bad)) {
      const response = await post(JSON.stringify({ query: '{ viewer { id } }' }), { authorization: `Bearer ${token}` });
      expect([what, response.status, await codesOf(response)]).toEqual([what, 401, ['UNAUTHENTICATED']]);
      expect([what, await closeCodeOf(token)]).toEqual([what, what === 'expired' ? 4403 : 4401]);
    }
  });

  test('a subscription with nonsense in it is refused, and the socket lives on', async () => {
    const client = socket(agora, buyer.token);
    const answers = async (query: string) => {
      for await (const answer of client.iterate({ query })) return answer;
      return null;
    };
    for (const query of [
      'subscription { nothing }',
      'subscription { notificationReceived(after: "nonsense") { cursor } }',
      `subscription { orderUpdated(orderId: "${NOTHING}") { cursor } }`,
    ]) {
      const refused = await answers(query).catch((errors: unknown) => ({ errors }));
      expect(refused?.errors).toBeTruthy();
    }
    expect((await answers('{ viewer { id } }'))?.data).toEqual({ viewer: { id: buyer.id } });
    await client.dispose();
  });

  async function closeCodeOf(token: string): Promise<number> {
    const client = socket(agora, token);
    return new Promise((resolve, reject) => {
      client.subscribe(
        { query: '{ viewer { id } }' },
        {
          next: (answer) => reject(new Error(`It was answered: ${JSON.stringify(answer)}`)),
          error: (closed) => resolve(z.object({ code: z.number() }).parse(closed).code),
          complete: () => resolve(0),
        },
      );
    });
  }
});
