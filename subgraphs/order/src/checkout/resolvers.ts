import { checked } from '@agora/platform/input/input';
import { signedIn } from '@agora/platform/security/actor';
import type { Resolvers } from '../graph/schema.generated.ts';
import { CheckoutView } from './checkout-view.ts';
import { completeCheckout } from './commands/complete-checkout.ts';
import { requestCancellation } from './commands/request-cancellation.ts';
import { CancelInput, CheckoutInput } from './inputs.ts';

export const checkout: Resolvers = {
  Mutation: {
    checkoutComplete: async (_, { input }, { em, actor, paymentMethods, checkout: terms }) => {
      const buyerId = signedIn(actor).id;
      const { cartId, paymentMethodId, acceptPriceChanges } = checked(CheckoutInput(paymentMethods), input);
      const command = { cartId, buyerId, paymentMethodId, acceptPriceChanges: acceptPriceChanges ?? false, terms };
      return { orderId: await completeCheckout(em, command) };
    },
    orderCancel: async (_, { input }, { em, actor }) => {
      const { orderId, reason } = checked(CancelInput, input);
      await requestCancellation(em, { orderId, buyerId: signedIn(actor).id, note: reason ?? null });
      return { orderId };
    },
  },

  Order: {
    saga: ({ id, checkout: asItWas }, _, { loaders }) => (asItWas ? CheckoutView.parse(asItWas) : loaders.checkoutOfOrder.load(id)),
  },

  CheckoutCompletePayload: {
    order: ({ orderId }, _, { loaders }) => (orderId ? loaders.order.load(orderId) : null),
  },

  OrderCancelPayload: {
    order: ({ orderId }, _, { loaders }) => (orderId ? loaders.order.load(orderId) : null),
  },
};
