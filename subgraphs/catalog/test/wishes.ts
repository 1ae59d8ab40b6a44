import type { Actor } from '@agora/platform/security/actor';
import * as z from 'zod';
import type { Shop } from './shop.ts';

const UserErrors = z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable() }));
const Price = z.object({ amount: z.string(), currencyCode: z.string() });
const Item = z.object({
  id: z.string(),
  quantity: z.int(),
  note: z.string().nullable(),
  alerts: z.array(z.string()),
  product: z.object({ id: z.string() }).nullable(),
  variant: z.object({ id: z.string() }).nullable(),
  priceWhenAdded: Price,
  priceDrop: Price.nullable(),
});
const List = z.object({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  isShared: z.boolean(),
  shareToken: z.string().nullable(),
  itemCount: z.int(),
  version: z.int(),
  liveCursor: z.string().nullable(),
  viewerCanEdit: z.boolean(),
  items: z.object({ nodes: z.array(Item) }),
});

export const WISH =
  'id quantity note alerts product { id } variant { id } priceWhenAdded { amount currencyCode } priceDrop { amount currencyCode }';
export const LIST = `id name isDefault isShared shareToken itemCount version liveCursor viewerCanEdit items(first: 100) { nodes { ${WISH} } }`;

/** Everyday gestures of who wishes for something. */
export function wishesIn(shop: Shop) {
  async function mutate<Shape extends z.ZodRawShape>(
    name: string,
    selection: string,
    shape: Shape,
    input: object,
    as: Actor,
    options = {},
  ) {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const data = await shop.data(
      `mutation($input: ${type}!) { payload: ${name}(input: $input) { ${selection} userErrors { code field } } }`,
      { input },
      { as, ...options },
    );
    return z.object({ payload: z.object({ ...shape, userErrors: UserErrors }) }).parse(data).payload;
  }
  const aList = { wishlist: List.nullable() };
  const anItem = { item: Item.nullable() };
  return {
    add: (as: Actor, input: object, options = {}) => mutate('wishlistItemAdd', `item { ${WISH} }`, anItem, input, as, options),
    change: (as: Actor, input: object) => mutate('wishlistItemUpdate', `item { ${WISH} }`, anItem, input, as),
    move: (as: Actor, input: object) => mutate('wishlistItemMove', `item { ${WISH} }`, anItem, input, as),
    remove: (as: Actor, input: object) =>
      mutate(
        'wishlistItemRemove',
        'removedItemIds product { id viewerHasWished }',
        {
          removedItemIds: z.array(z.string()),
          product: z.object({ id: z.string(), viewerHasWished: z.boolean() }).nullable(),
        },
        input,
        as,
      ),
    create: (as: Actor, name: string) => mutate('wishlistCreate', `wishlist { ${LIST} }`, aList, { name }, as),
    update: (as: Actor, input: object) => mutate('wishlistUpdate', `wishlist { ${LIST} }`, aList, input, as),
    drop: (as: Actor, wishlistId: string) =>
      mutate('wishlistDelete', 'deletedWishlistId', { deletedWishlistId: z.string().nullable() }, { wishlistId }, as),
    share: (as: Actor, wishlistId: string) => mutate('wishlistShare', `wishlist { ${LIST} }`, aList, { wishlistId }, as),
    unshare: (as: Actor, wishlistId: string) => mutate('wishlistUnshare', `wishlist { ${LIST} }`, aList, { wishlistId }, as),
    async lists(of: Actor, as: Actor | null = of) {
      const data = await shop.data(
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on User { wishlists(first: 100) { totalCount liveCursor nodes { ${LIST} } } } } }`,
        { r: [{ __typename: 'User', id: of.id }] },
        { as },
      );
      const Lists = z.object({ totalCount: z.int(), liveCursor: z.string(), nodes: z.array(List) });
      return z.object({ _entities: z.tuple([z.object({ wishlists: Lists.nullable() })]) }).parse(data)._entities[0].wishlists;
    },
    async find(where: { readonly id?: string; readonly shareToken?: string }, as: Actor | null) {
      const data = await shop.data(
        `query($id: ID, $shareToken: String) { wishlist(id: $id, shareToken: $shareToken) { ${LIST} } }`,
        where,
        {
          as,
        },
      );
      return z.object({ wishlist: List.nullable() }).parse(data).wishlist;
    },
  };
}

export type Wishes = ReturnType<typeof wishesIn>;

/** What did not go wrong. */
export function done<Value>(value: Value | null): Value {
  if (value === null) throw new Error('It was refused.');
  return value;
}
