import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Cart } from './cart.ts';

const CartLineSchema = defineEntity({
  name: 'CartLine',
  properties: personal('cart.ownerId', {
    id: p.text().primary(),
    cart: () => p.manyToOne(Cart).deleteRule('cascade'),
    variantId: p.text(),
    quantity: p.integer(),
    unitPriceMinorUnits: p.bigint('number'),
  }),
  uniques: [{ properties: ['cart', 'variantId'] }],
  checks: [{ name: 'cart_line_quantity_check', expression: 'quantity >= 1 and quantity <= 999' }],
});

/** Units of one variant in a cart, at the price they had when they were last added. */
export class CartLine extends CartLineSchema.class {}
CartLineSchema.setClass(CartLine);
