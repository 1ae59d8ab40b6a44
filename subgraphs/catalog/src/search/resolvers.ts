import { checked } from '@agora/platform/input/input';
import { languageFor, type Sentence } from '@agora/platform/input/sentence';
import { present } from '@agora/platform/reading/batch';
import type { ProductSortInput, Resolvers } from '../graph/schema.generated.ts';
import type { Context } from '../context.ts';
import { labelIn } from '../names/model/label.ts';
import { translated, wantedLanguages } from '../names/reads/translations.ts';
import type { ProductFilter } from './reads/product-filter.ts';
import { FacetsArgs, ProductsArgs, SuggestionsArgs } from './inputs.ts';
import type { FacetValue } from './reads/facets.ts';
import type { ProductSort } from './reads/search.ts';
import { sentences } from './sentences.ts';

export const search: Resolvers = {
  Query: {
    products: async (_, { filter, sort, ...page }, { loaders, languages, actor, ip, askedQueries }) => {
      const asked: { readonly filter: ProductFilter } = checked(ProductsArgs, { filter });
      const found = await loaders.products.load({ ...page, ...asked, sort: sortOf(sort), languages });
      const isFirst = page.after == null && page.before == null;
      if (asked.filter.query && isFirst && found.nodes.length > 0) askedQueries.note(found.spelling ?? asked.filter.query, actor?.id ?? ip);
      return found;
    },
    productSuggestions: (_, args, { loaders }) => loaders.suggestions.load(checked(SuggestionsArgs, args)),
  },

  ProductSuggestions: {
    queries: async (suggestions) => [...(await suggestions.queries())],
    categories: async (suggestions) => [...(await suggestions.categories())],
    products: async (suggestions) => [...(await suggestions.products())],
  },

  ProductConnection: {
    facets: async ({ facets }, args) => [...(await facets(checked(FacetsArgs, args)))],
  },

  Facet: {
    name: async ({ key, definitionId }, { locale }, { loaders, languages }) => {
      const wanted = wantedLanguages(locale, languages);
      if (definitionId === null) return nameOf(key)[languageFor(wanted)];
      return labelIn((await present(loaders.attributeDefinition.load(definitionId))).names, wanted);
    },
    values: ({ values }) => [...values],
  },

  FacetValue: {
    label: ({ facet, value }, { locale }, { loaders, languages }) => labelOf(facet, value, wantedLanguages(locale, languages), loaders),
  },
};

/** What is found best first, unless something else is asked for. */
export function sortOf(sort: ProductSortInput | null | undefined): ProductSort {
  return sort ? { field: sort.field, direction: sort.direction ?? 'ASC' } : { field: 'RELEVANCE', direction: 'DESC' };
}

function nameOf(key: string): Sentence {
  if (key === 'category') return sentences.category;
  if (key === 'rating') return sentences.rating;
  return key === 'price' ? sentences.price : sentences.availability;
}

async function labelOf(
  { key, definitionId }: FacetValue['facet'],
  value: string,
  languages: readonly string[],
  loaders: Context['loaders'],
): Promise<string> {
  const language = languageFor(languages);
  if (key === 'availability' && definitionId === null) return (value === 'true' ? sentences.available : sentences.soldOut)[language];
  if (key === 'rating' && definitionId === null) return sentences.starsAndMore(value)[language];
  if (definitionId === null) {
    const category = await present(loaders.categoryBySlug.load(value));
    return translated(category, languages)?.name ?? category.name;
  }
  const { kind, choices } = await present(loaders.attributeDefinition.load(definitionId));
  if (kind === 'BOOLEAN') return (value === 'true' ? sentences.yes : sentences.no)[language];
  const choice = choices.find((one) => one.value === value);
  return choice ? labelIn(choice.labels, languages) : value;
}
