import { listCategories } from '../read/categories.ts';
import { translated } from '../read/locale.ts';
import type { Resolvers } from './schema.generated.ts';

export const categories: Resolvers = {
  Query: {
    categories: (_, page, { em, cursors, locale }) => listCategories({ em, cursors, locale, page }),
  },

  Category: {
    __resolveReference: (reference, { loaders }) =>
      'id' in reference ? loaders.category.load(reference.id) : loaders.categoryBySlug.load(reference.slug),
    name: ({ translations, name }, { locale }, context) => translated(translations, locale ?? context.locale)?.name ?? name,
    parent: ({ parentId }, _, { loaders }) => (parentId ? loaders.category.load(parentId) : null),
    products: ({ id }, page, { loaders }) => loaders.productsOfCategory(page).load(id),
  },
};
