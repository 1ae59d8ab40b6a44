import { loadersOf } from '@agora/platform/reading/loaders';
import { assortmentReads } from './assortment/reads.ts';
import { attributeReads } from './attributes/reads/definitions.ts';
import { askedReads } from './categories/reads/asked-attributes.ts';
import { categoryReads } from './categories/reads/categories.ts';
import { mediaReads } from './media/reads/media.ts';
import { productAttributeReads } from './products/reads/attributes.ts';
import { productReads } from './products/reads/products.ts';
import { relatedReads } from './related/reads.ts';
import { reviewReads } from './reviews/reads/reviews.ts';
import { sellerReads } from './sellers/reads.ts';
import { searchReads } from './search/reads/search.ts';
import { suggestionReads } from './search/reads/suggestions.ts';
import { stockReads } from './stock/reads.ts';
import { transferReads } from './transfers/reads.ts';
import { viewReads } from './views/reads.ts';
import { wishlistReads } from './wishlists/reads.ts';
import { inventoryReads } from './variants/reads/inventory.ts';
import { variantReads } from './variants/reads/variants.ts';

/** The reads of one request, limited to what its actor may see: each level of a query is one statement for each type. */
export const openLoaders = loadersOf({
  ...sellerReads,
  ...mediaReads,
  ...attributeReads,
  ...categoryReads,
  ...askedReads,
  ...stockReads,
  ...productReads,
  ...productAttributeReads,
  ...variantReads,
  ...inventoryReads,
  ...searchReads,
  ...suggestionReads,
  ...relatedReads,
  ...viewReads,
  ...assortmentReads,
  ...wishlistReads,
  ...transferReads,
  ...reviewReads,
});

export type Loaders = ReturnType<typeof openLoaders>;
