import { amountOf } from '@agora/platform/money';
import type { Resolvers } from './schema.generated.ts';

export const money: Resolvers = {
  Money: { amount: amountOf },
};
