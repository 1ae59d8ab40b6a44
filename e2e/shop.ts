import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { eventually } from '@agora/platform/testing/eventually';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import { type AskOptions, data, type Door } from './client.ts';

export interface Person {
  readonly id: string;
  readonly token: string;
}

export interface Registered extends Person {
  readonly email: string;
}

/** Of everybody whom `register` registers. */
export const PASSWORD = 'correct horse battery';

export interface Listing {
  readonly productId: string;
  readonly variantId: string;
}

const userErrors = z.array(z.object({ code: z.string() })).length(0);
const session = z.object({ session: z.object({ accessToken: z.string() }), user: z.object({ id: z.string() }), userErrors });

/** `more`: what else they say of themselves. */
export async function register(door: Door, displayName: string, more: object = {}): Promise<Registered> {
  const email = `${randomBytes(8).toString('hex')}@people.example`;
  const { userRegister } = await data(
    door,
    { userRegister: session },
    'mutation ($input: UserRegisterInput!) { userRegister(input: $input) { session { accessToken } user { id } userErrors { code } } }',
    { input: { email, password: PASSWORD, displayName, ...more } },
  );
  return { id: userRegister.user.id, token: userRegister.session.accessToken, email };
}

/** Signs in one of the demo accounts. */
export function signIn(door: Door, account: 'buyer' | 'seller' | 'moderator' | 'admin' | 'volta'): Promise<Person> {
  return signInWith(door, { email: `${account}@agora.example`, password: 'agora-demo-2026' });
}

export async function signInWith(
  door: Door,
  input: { readonly email: string; readonly password: string },
  options: AskOptions = {},
): Promise<Person> {
  const { sessionCreate } = await data(
    door,
    { sessionCreate: session },
    'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { session { accessToken } user { id } userErrors { code } } }',
    { input },
    options,
  );
  return { id: sessionCreate.user.id, token: sessionCreate.session.accessToken };
}

/** A product of the demo data. */
export function demoProduct(slug: string): (typeof DEMO_PRODUCTS)[number] {
  const found = DEMO_PRODUCTS.find((product) => product.slug === slug);
  if (!found) throw new Error(`The demo has no ${slug}.`);
  return found;
}

/** Lists a product with one variant and puts it on sale. */
export async function listProduct(door: Door, seller: Person, name: string, stock: number, amount = '12.50'): Promise<Listing> {
  const price = { amount, currencyCode: 'EUR' };
  const listing = await draftProduct(door, seller, name, { sku: `SKU-${randomBytes(6).toString('hex')}`, price, stock });
  await publish(door, seller, listing.productId);
  return listing;
}

/** Lists a product with one variant, in some category unless `input` says in which. */
export async function draftProduct(door: Door, seller: Person, name: string, input: object): Promise<Listing> {
  const { productCreate } = await data(
    door,
    {
      productCreate: z.object({
        product: z.object({ id: z.string(), variants: z.array(z.object({ id: z.string() })).length(1) }),
        userErrors,
      }),
    },
    'mutation ($input: ProductCreateInput!) { productCreate(input: $input) { product { id variants { id } } userErrors { code } } }',
    { input: { name, description: `${name}, made by hand and wrapped in paper.`, categorySlug: await someCategory(door), ...input } },
    { token: seller.token },
  );
  const { id: productId, variants } = productCreate.product;
  return { productId, variantId: variants[0]?.id ?? '' };
}

/** Puts a product on sale; waits while catalog has not heard that its seller may sell. */
export async function publish(door: Door, seller: Person, productId: string): Promise<void> {
  await eventually(() =>
    data(
      door,
      { productPublish: z.object({ product: z.object({ status: z.literal('PUBLISHED') }), userErrors }) },
      'mutation ($input: ProductPublishInput!) { productPublish(input: $input) { product { status } userErrors { code } } }',
      { input: { productId } },
      { token: seller.token },
    ),
  );
}

const CART_ADD = 'mutation ($input: CartLinesAddInput!) { cartLinesAdd(input: $input) { cart { id } userErrors { code } } }';

/**
 * Fills the buyer's cart and returns its id; waits while order has not heard of the variant yet. A request that got no
 * answer is repeated with its key, so that the units are added once; a refused one gets a new key.
 */
export async function fillCart(door: Door, buyer: Person, variantId: string, quantity = 1): Promise<string> {
  let key = randomUUID();
  const cart = await eventually(async () => {
    const { cartLinesAdd } = await data(
      door,
      { cartLinesAdd: z.object({ cart: z.object({ id: z.string() }).nullable() }) },
      CART_ADD,
      { input: { lines: [{ variantId, quantity }] } },
      { token: buyer.token, headers: { 'idempotency-key': key } },
    );
    if (!cartLinesAdd.cart) key = randomUUID();
    return cartLinesAdd.cart;
  });
  return cart.id;
}

/** Places an order; its status in the answer is PENDING, or what it is by now when a repeat is answered. */
export async function checkOut(
  door: Door,
  buyer: Person,
  cartId: string,
  method = 'sandbox-approve',
  options: AskOptions = {},
): Promise<{ orderId: string; status: string }> {
  const { checkoutComplete } = await data(
    door,
    { checkoutComplete: z.object({ order: z.object({ id: z.string(), status: z.string() }), userErrors }) },
    'mutation ($input: CheckoutCompleteInput!) { checkoutComplete(input: $input) { order { id status } userErrors { code } } }',
    { input: { cartId, paymentMethodId: method } },
    { token: buyer.token, ...options },
  );
  return { orderId: checkoutComplete.order.id, status: checkoutComplete.order.status };
}

/** Buys; the id of an order that is still PENDING. */
export async function buy(door: Door, buyer: Person, variantId: string, quantity = 1, method = 'sandbox-approve'): Promise<string> {
  return (await checkOut(door, buyer, await fillCart(door, buyer, variantId, quantity), method)).orderId;
}

const Ended = z.object({ status: z.enum(['CONFIRMED', 'CANCELLED']), cancellationReason: z.string().nullable() });

/** How an order ended. */
export function ending(door: Door, buyer: Person, orderId: string): Promise<z.output<typeof Ended>> {
  return eventually(async () => {
    const { order } = await data(
      door,
      { order: Ended },
      'query ($id: ID!) { order(id: $id) { status cancellationReason } }',
      { id: orderId },
      { token: buyer.token },
    );
    return order;
  });
}

/** The steps of an order whose checkout is over and done. */
export function sagaCompleted(door: Door, buyer: Person, orderId: string): Promise<string[]> {
  return eventually(async () => {
    const { order } = await data(
      door,
      { order: z.object({ saga: z.object({ status: z.literal('COMPLETED'), steps: z.array(z.object({ status: z.string() })) }) }) },
      'query ($id: ID!) { order(id: $id) { saga { status steps { status } } } }',
      { id: orderId },
      { token: buyer.token },
    );
    return order.saga.steps.map(({ status }) => status);
  });
}

export async function available(door: Door, { productId }: Listing): Promise<number> {
  const { product } = await data(
    door,
    { product: z.object({ variants: z.array(z.object({ availableQuantity: z.number() })).length(1) }) },
    'query ($id: ID!) { product(id: $id) { variants { availableQuantity } } }',
    { id: productId },
  );
  return product.variants[0]?.availableQuantity ?? NaN;
}

async function someCategory(door: Door): Promise<string> {
  const { categories } = await data(
    door,
    { categories: z.object({ nodes: z.array(z.object({ slug: z.string() })).min(1) }) },
    '{ categories(first: 1) { nodes { slug } } }',
  );
  return categories.nodes[0]?.slug ?? '';
}

/** A post about a product in the first community; answers its id. */
export function postAbout(door: Door, author: Person, productId: string, title: string): Promise<string> {
  return writePost(door, author, { title, body: 'I have an eye on it.', productId });
}

/** A post in the first community; answers its id. */
export async function writePost(
  door: Door,
  author: Pick<Person, 'token'>,
  post: { readonly title: string; readonly body: string; readonly productId?: string },
): Promise<string> {
  const { communities } = await data(
    door,
    { communities: z.object({ nodes: z.array(z.object({ id: z.string() })).min(1) }) },
    '{ communities(first: 1) { nodes { id } } }',
  );
  const { postCreate } = await data(
    door,
    { postCreate: z.object({ post: z.object({ id: z.string() }) }) },
    'mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } userErrors { code } } }',
    { input: { communityId: communities.nodes[0]?.id, ...post } },
    author,
  );
  return postCreate.post.id;
}

/** A mass of independent work with at most `width` at once. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}

/** Answers the id of the wish, and of the list that it is on. */
export async function wishFor(
  door: Door,
  person: Person,
  input: object,
): Promise<{ readonly itemId: string; readonly wishlistId: string }> {
  const { wishlistItemAdd } = await data(
    door,
    { wishlistItemAdd: z.object({ item: z.object({ id: z.string(), wishlist: z.object({ id: z.string() }) }), userErrors }) },
    'mutation ($input: WishlistItemAddInput!) { wishlistItemAdd(input: $input) { item { id wishlist { id } } userErrors { code } } }',
    { input },
    { token: person.token },
  );
  return { itemId: wishlistItemAdd.item.id, wishlistId: wishlistItemAdd.item.wishlist.id };
}
