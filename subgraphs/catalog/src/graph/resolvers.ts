import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { assortment } from '../assortment/resolvers.ts';
import { attributes } from '../attributes/resolvers.ts';
import { categories } from '../categories/resolvers.ts';
import { media } from '../media/resolvers.ts';
import { products } from '../products/resolvers.ts';
import { related } from '../related/resolvers.ts';
import { reviews } from '../reviews/resolvers.ts';
import { search } from '../search/resolvers.ts';
import { stock } from '../stock/resolvers.ts';
import { variants } from '../variants/resolvers.ts';
import { views } from '../views/resolvers.ts';
import { wishlists } from '../wishlists/resolvers.ts';
import { transfers } from '../transfers/resolvers.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: ResolverModules<Resolvers> = {
  assortment,
  attributes,
  media,
  categories,
  products,
  variants,
  search,
  related,
  views,
  stock,
  wishlists,
  transfers,
  reviews,
};
