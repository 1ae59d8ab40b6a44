import { listCategories } from '../read/categories.ts';
import { translated, wantedLanguages } from '../read/locale.ts';
import type { Resolvers } from './schema.generated.ts';

export const categories: Resolvers = {
  Query: {
    categories: (_, page, { em, cursors, languages }) => listCategories({ em, cursors, languages, page }),
  },

  Category: {
    __resolveReference: (reference, { loaders }) =>
      'id' in reference ? loaders.category.load(reference.id) : loaders.categoryBySlug.load(reference.slug),
    name: ({ translations, name }, { locale }, { languages }) => translated(translations, wantedLanguages(locale, languages))?.name ?? name,
    parent: ({ parentId }, _, { loaders }) => (parentId ? loaders.category.load(parentId) : null),
    products: ({ id }, page, { loaders }) => loaders.productsOfCategory(page).load(id),
  },
};
