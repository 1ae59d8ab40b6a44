import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { carts } from '../carts/resolvers.ts';
import { checkout } from '../checkout/resolvers.ts';
import { orders } from '../orders/resolvers.ts';
import { payments } from '../payments/resolvers.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: ResolverModules<Resolvers> = { carts, orders, payments, checkout };
