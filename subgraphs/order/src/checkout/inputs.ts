import { text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { sentences } from './sentences.ts';

export const CheckoutInput = (paymentMethods: ReadonlyMap<string, unknown>) =>
  z.object({
    cartId: z.string(),
    paymentMethodId: z.string().refine((method) => paymentMethods.has(method), said(sentences.noSuchPaymentMethod)),
    acceptPriceChanges: z.boolean().nullish(),
  });

export const CancelInput = z.object({
  orderId: z.string(),
  reason: text(1_000).nullish(),
});
