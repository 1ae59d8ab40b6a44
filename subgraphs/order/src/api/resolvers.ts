import { amountOf } from '@agora/platform/money';
import { carts } from './carts.ts';
import { orders } from './orders.ts';
import type { Resolvers } from './schema.generated.ts';
import { users } from './users.ts';

export const resolvers: Resolvers = {
  ...orders,
  ...carts,
  ...users,
  Query: { ...orders.Query, ...carts.Query },
  Mutation: { ...orders.Mutation, ...carts.Mutation },
  Money: { amount: amountOf },
};
