import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, nullable, number, type RowOf, rowsOf, text } from '@agora/platform/reading/columns';
import type { Visibility } from '@agora/platform/reading/reader';
import { CartLine } from './model/cart-line.ts';
import { Cart } from './model/cart.ts';
import { hashOf } from './model/cart-token.ts';

const carts = rowsOf(Cart, 'id', 'ownerId', 'tokenHash', 'currencyCode', 'version');

const lines = {
  from: `cart_line join cart on cart.id = cart_line.cart_id
    left join listed_variant on listed_variant.variant_id = cart_line.variant_id`,
  columns: {
    ...columnsOf(CartLine),
    /** The cart's, which has one from its first line on. */
    currencyCode: text('cart.currency_code'),
    /** Null when it can no longer be bought. */
    priceNow: nullable(
      number(`case when not listed_variant.is_listed then null
        when listed_variant.currency_code = cart.currency_code then listed_variant.price_minor_units
        else (listed_variant.other_prices ->> cart.currency_code)::bigint end`),
    ),
    productName: nullable(text('listed_variant.product_name')),
  },
};

export type CartRow = RowOf<typeof carts>;
export type CartLineRow = RowOf<typeof lines>;

const isMine: Visibility = ({ id }) => `cart.owner_id = ${id}`;
/** A guest's cart has a token and no actor: whoever got to it had the token, or has just made it. */
const isMineOrGuests: Visibility = (viewer) => `${isMine(viewer)} or cart.owner_id is null`;

export const cartReads = {
  cart: byKey({ rows: carts, key: 'id', asKey: idOf('crt'), visible: isMine }),
  cartOfOwner: byKey({ rows: carts, key: 'ownerId', asKey: idOf('usr'), visible: isMine }),
  /** By the secret that a guest holds. */
  cartByToken: byKey({ rows: carts, key: 'tokenHash', asKey: hashOf }),
  /** A cart that somebody has just been let change. */
  changedCart: byKey({ rows: carts, key: 'id', asKey: idOf('crt'), visible: isMineOrGuests }),
  linesOfCart: allByKey({ rows: lines, key: 'cartId', asKey: idOf('crt'), visible: isMineOrGuests, order: 'cart_line.id' }),
};
