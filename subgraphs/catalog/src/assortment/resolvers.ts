import { checked } from '@agora/platform/input/input';
import type { Resolvers } from '../graph/schema.generated.ts';
import { ProductsArgs } from '../search/inputs.ts';
import { sortOf } from '../search/resolvers.ts';
import { deleteCategory } from './delete-category.ts';
import { CategoriesArgs, CategoryMoveInput } from './inputs.ts';
import { moveCategory } from './move-category.ts';

/** What stands in categories, and what sellers have. */
export const assortment: Resolvers = {
  Query: {
    categories: (_, { filter, ...page }, { loaders, languages }) =>
      loaders.categories.load({ ...page, ...checked(CategoriesArgs, { filter }), languages }),
  },

  Mutation: {
    categoryMove: async (_, { input }, { em }) => {
      const { parentId = null, ...given } = checked(CategoryMoveInput, input);
      await moveCategory(em, { parentId, ...given });
      return { categoryId: given.categoryId };
    },
    categoryDelete: async (_, { input: { categoryId, moveToCategoryId } }, { em }) => ({
      deletedCategoryId: categoryId,
      movedProductCount: await deleteCategory(em, categoryId, moveToCategoryId ?? null),
    }),
  },

  Category: {
    products: ({ id }, { filter, sort, ...page }, { loaders, languages }) =>
      loaders.productsOfCategory.load(id, {
        ...page,
        ...checked(ProductsArgs, { filter: filter && { ...filter, categorySlugs: null } }),
        sort: sort ? sortOf(sort) : { field: 'CREATED_AT', direction: 'DESC' },
        languages,
      }),
    productCount: ({ id }, _, { loaders }) => loaders.productCountOfCategory.load(id),
  },

  User: {
    products: ({ id }, { filter, sort, ...page }, { loaders, languages }) =>
      loaders.productsOfSeller.load(id, {
        ...page,
        ...checked(ProductsArgs, { filter: filter && { ...filter, sellerIds: null } }),
        sort: sort ? sortOf(sort) : { field: 'CREATED_AT', direction: 'DESC' },
        languages,
      }),
  },

  CategoryMovePayload: {
    category: ({ categoryId }, _, { loaders }) => (categoryId ? loaders.category.load(categoryId) : null),
  },

  CategoryDeletePayload: {
    deletedCategoryId: ({ deletedCategoryId }) => deletedCategoryId ?? null,
    movedProductCount: ({ movedProductCount }) => movedProductCount ?? 0,
  },
};
