import { amountOf } from '@agora/platform/money';
import type { Resolvers } from '../graph/schema.generated.ts';

export const money: Resolvers = {
  Money: { amount: amountOf },
};
