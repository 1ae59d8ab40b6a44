import { mayReadPrivate } from '@agora/platform/security/actor';
import type { Resolvers } from '../graph/schema.generated.ts';

export const users: Resolvers = {
  User: {
    __resolveReference: ({ id }) => ({ id }),
    orders: ({ id }, args, { actor, loaders }) => (mayReadPrivate(actor, id) ? loaders.ordersOfBuyer.load(id, args) : null),
    cart: ({ id }, _, { actor, loaders }) => (actor?.id === id ? loaders.cartOfOwner.load(id) : null),
  },
};
