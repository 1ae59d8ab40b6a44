import { translated, wantedLanguages } from '../names/reads/translations.ts';
import type { Resolvers } from '../graph/schema.generated.ts';

export const categories: Resolvers = {
  Query: {
    categories: (_, page, { loaders, languages }) => loaders.categories.load({ ...page, languages }),
  },

  Category: {
    __resolveReference: (reference, { loaders }) =>
      'id' in reference ? loaders.category.load(reference.id) : loaders.categoryBySlug.load(reference.slug),
    name: ({ translations, name }, { locale }, { languages }) => translated(translations, wantedLanguages(locale, languages))?.name ?? name,
    parent: ({ parentId }, _, { loaders }) => (parentId ? loaders.category.load(parentId) : null),
  },
};
