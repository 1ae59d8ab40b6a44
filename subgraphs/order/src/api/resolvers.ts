import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { carts } from './carts.ts';
import { money } from './money.ts';
import { orders } from './orders.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { users } from './users.ts';

export const resolvers: ResolverModules<Resolvers> = { carts, orders, users, money };
