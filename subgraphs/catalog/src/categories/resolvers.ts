import { checked } from '@agora/platform/input/input';
import { present } from '@agora/platform/reading/batch';
import { lookUp } from '@agora/platform/reading/look-up';
import { isAdmin, signedIn } from '@agora/platform/security/actor';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { translationList } from '../names/reads/translation-list.ts';
import { translated, wantedLanguages } from '../names/reads/translations.ts';
import { createCategory } from './commands/create-category.ts';
import { setCategoryAttributes } from './commands/set-category-attributes.ts';
import { updateCategory } from './commands/update-category.ts';
import { CategoryAttributesSetInput, CategoryCreateInput, CategoryUpdateInput } from './inputs.ts';
import type { CategoryCreatePayload } from './mappers.ts';
import type { CategoryRow } from './reads/categories.ts';

/** The tree that products are sorted into; admins make it. */
export const categories: Resolvers = {
  Query: {
    category: (_, args, { loaders }) => lookUp(args, { id: loaders.category, slug: loaders.categoryBySlug }),
  },

  Mutation: {
    categoryCreate: async (_, { input }, { em, actor }) => {
      const { translations: texts, ...given } = checked(CategoryCreateInput, input);
      return { categoryId: await createCategory(em, { texts, ...given, by: signedIn(actor) }) };
    },

    categoryUpdate: async (_, { input }, { em, actor }) => {
      const { categoryId, translations, slug, ...given } = checked(CategoryUpdateInput, input);
      const texts = translations ?? undefined;
      await updateCategory(em, { categoryId, texts, slug: slug ?? undefined, ...given, by: signedIn(actor) });
      return { categoryId };
    },

    categoryAttributesSet: async (_, { input }, { em }) => {
      const { expectedVersion = null, ...given } = checked(CategoryAttributesSetInput, input);
      await setCategoryAttributes(em, { ...given, expectedVersion });
      return { categoryId: given.categoryId };
    },
  },

  Category: {
    __resolveReference: (reference, { loaders }) =>
      'id' in reference ? loaders.category.load(reference.id) : loaders.categoryBySlug.load(reference.slug),
    name: (category, { locale }, { languages }) => translated(category, wantedLanguages(locale, languages))?.name ?? category.name,
    description: (category, { locale }, { languages }) =>
      translated(category, wantedLanguages(locale, languages))?.description ?? category.description,
    translations: (category, _, { actor }) => (isAdmin(actor) ? translationList(category) : null),
    image: ({ id }, _, { loaders }) => loaders.firstMediaUsedBy.load(id),
    parent: ({ parentId }, _, { loaders }) => (parentId ? loaders.category.load(parentId) : null),
    ancestors: ({ path }, _, { loaders }) => Promise.all(path.slice(0, -1).map((id) => present(loaders.category.load(id)))),
    children: ({ id }, page, { loaders }) => loaders.childrenOfCategory.load(id, page),
    attributes: async ({ id }, _, { loaders }) => [...(await loaders.attributesOfCategory.load(id))],
    depth: ({ path }) => path.length - 1,
    viewerCanEdit: (_, __, { actor }) => isAdmin(actor),
  },

  CategoryAttribute: {
    definition: ({ definitionId }, _, { loaders }) => present(loaders.attributeDefinition.load(definitionId)),
  },

  CategoryCreatePayload: { category: changedCategory },
  CategoryUpdatePayload: { category: changedCategory },
  CategoryAttributesSetPayload: { category: changedCategory },
};

function changedCategory({ categoryId }: CategoryCreatePayload, _: unknown, { loaders }: Context): Promise<CategoryRow | null> | null {
  return categoryId === undefined ? null : loaders.category.load(categoryId);
}
