import { Refusal } from '@agora/platform/errors';
import { present } from '@agora/platform/reading/batch';
import { lookUp } from '@agora/platform/reading/look-up';
import { mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import type { Resolvers } from '../graph/schema.generated.ts';
import { feedOfBuyer, feedOfOrder, OrderEntry } from './feed.ts';
import type { Order, OrderEvent } from './mappers.ts';

export const orders: Resolvers = {
  Query: {
    order: (_, args, { loaders }) => lookUp(args, { id: loaders.order, number: loaders.orderByNumber }),
  },

  Subscription: {
    orderUpdated: {
      subscribe: async (_, { orderId, after }, { actor, feeds, loaders }) => {
        if (orderId == null) return feeds.follow({ feeds: [feedOfBuyer(signedIn(actor).id)], after, payload: OrderEntry });
        const order = await loaders.order.load(orderId);
        if (!order?.isWhole) throw new Refusal('BAD_USER_INPUT', 'There is no such order.', ['orderId']);
        return feeds.follow({ feeds: [feedOfOrder(orderId)], after, payload: OrderEntry });
      },
      resolve: (event: OrderEvent) => event,
    },
  },

  Order: {
    __resolveReference: (reference, { loaders }) =>
      'id' in reference ? loaders.order.load(reference.id) : loaders.orderByNumber.load(reference.number),
    buyer: ({ buyerId }) => ({ id: buyerId }),
    lines: async ({ id }, _, { loaders }) => [...(await loaders.linesOfOrder.load(id))],
    total: ({ totalMinorUnits, currencyCode }) => ({ minorUnits: totalMinorUnits, currencyCode }),
    sellerOrders: async ({ id, status }, _, { loaders }) =>
      (await loaders.sellerOrdersOfOrder.load(id)).map((part) => ({ ...part, status })),
    history: ({ id }, args, { loaders }) => loaders.historyOfOrder.load(id, args),
    viewerCanCancel: ({ buyerId, status }, _, { actor }) => buyerId === actor?.id && status === 'PENDING',
  },

  OrderLine: {
    unitPrice: ({ unitPriceMinorUnits, currencyCode }) => ({ minorUnits: unitPriceMinorUnits, currencyCode }),
    product: ({ productId }) => ({ id: productId }),
    variant: ({ variantId }) => ({ id: variantId }),
  },

  SellerOrder: {
    __resolveReference: ({ id }, { loaders }) => loaders.sellerOrder.load(id),
    seller: ({ sellerId }) => ({ id: sellerId }),
    lines: async ({ orderId, sellerId }, _, { loaders }) =>
      (await loaders.linesOfOrder.load(orderId)).filter((line) => line.sellerId === sellerId),
    payout: ({ sellerId, payoutMinorUnits, currencyCode }, _, { actor }) =>
      mayReadPrivate(actor, sellerId) ? { minorUnits: payoutMinorUnits, currencyCode } : null,
  },

  OrderHistoryEntry: {
    kind: ({ what }) => what,
    actor: ({ actorId }) => (actorId ? { id: actorId } : null),
  },

  OrderEvent: {
    kind: ({ payload }) => payload.kind,
    order: async ({ payload }, _, { loaders }): Promise<Order> => {
      const { status, cancellationReason, saga: checkout } = payload;
      return { ...(await present(loaders.order.load(payload.orderId))), status, cancellationReason, ...(checkout && { checkout }) };
    },
  },

  User: {
    orders: ({ id }, args, { actor, loaders }) => (mayReadPrivate(actor, id) ? loaders.ordersOfBuyer.load(id, args) : null),
  },
};
