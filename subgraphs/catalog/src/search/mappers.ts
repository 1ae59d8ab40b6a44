import type { Facet as FacetRow, FacetValue as FacetValueRow } from './reads/facets.ts';
import type { FoundProducts } from './reads/search.ts';
import type { Suggestions } from './reads/suggestions.ts';

export type ProductConnection = FoundProducts;
export type Facet = FacetRow;
export type FacetValue = FacetValueRow;
export type ProductSuggestions = Suggestions;
