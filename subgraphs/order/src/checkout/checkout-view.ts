import * as z from 'zod';
import { type Checkout, CHECKOUT_STATUSES, STEP_NAMES, STEP_STATUSES } from './model/checkout.ts';

/** How a checkout stood. */
export const CheckoutView = z.object({
  id: z.string(),
  status: z.enum(CHECKOUT_STATUSES),
  steps: z
    .array(
      z.object({
        name: z.enum(STEP_NAMES),
        status: z.enum(STEP_STATUSES),
        attempts: z.int(),
        lastError: z.string().nullable(),
        completedAt: z.string().nullable(),
      }),
    )
    .readonly(),
});
export type CheckoutView = z.output<typeof CheckoutView>;

export function viewOf({ id, status, steps }: Checkout): CheckoutView {
  return { id, status, steps };
}
