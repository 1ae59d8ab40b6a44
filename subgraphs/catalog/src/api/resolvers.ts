import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { categories } from './categories.ts';
import { money } from './money.ts';
import { products } from './products.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { variants } from './variants.ts';

export const resolvers: ResolverModules<Resolvers> = { products, variants, categories, money };
