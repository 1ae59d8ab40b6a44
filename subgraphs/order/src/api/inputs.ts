import { term, text } from '@agora/platform/input';
import * as z from 'zod';
import { MOST_LINES, MOST_UNITS } from '../model/cart.ts';

/** What a client may say, before anybody acts on it. */
export const CartLinesInput = z
  .object({
    cartToken: term(200).nullish(),
    lines: z
      .array(
        z.object({
          variantId: z.string(),
          quantity: z.int().min(1, `Give a quantity from 1 to ${MOST_UNITS}.`).max(MOST_UNITS, `Give a quantity from 1 to ${MOST_UNITS}.`),
        }),
      )
      .max(MOST_LINES, `Give at most ${MOST_LINES} lines.`),
    expectedVersion: z.int().nullish(),
  })
  .refine(({ cartToken, lines }) => cartToken || lines.length > 0, { path: ['lines'], message: 'Give at least one line.' });

export const CheckoutInput = (paymentMethods: ReadonlySet<string>) =>
  z.object({
    cartId: z.string(),
    paymentMethodId: z.string().refine((method) => paymentMethods.has(method), 'There is no such payment method.'),
    acceptPriceChanges: z.boolean().nullish(),
  });

export const CancelInput = z.object({
  orderId: z.string(),
  reason: text(1_000).nullish(),
});
