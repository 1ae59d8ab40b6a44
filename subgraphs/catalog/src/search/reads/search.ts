import type { Connection, PageArgs } from '@agora/platform/reading/connection';
import { type ListOrder, type Places, type SortKey, sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Bind, Reader } from '@agora/platform/reading/reader';
import { sortableName, UNSAID } from '../../names/reads/translations.ts';
import { ON_SALE, type ProductRow, products } from '../../products/reads.ts';
import { type FirstPage, firstPageOf, keptOf, placesAsOf, versionOf } from './first-page.ts';
import { conditionsOf, type ProductFilter } from './product-filter.ts';
import { spellingOf, type Understood, understanding } from './understood.ts';

export interface ProductSort {
  readonly field: 'RELEVANCE' | 'NAME' | 'PRICE' | 'CREATED_AT' | 'PUBLISHED_AT' | 'UPDATED_AT';
  readonly direction: SortKey['direction'];
}

export interface ProductsArgs extends PageArgs {
  readonly filter: ProductFilter;
  readonly sort: ProductSort;
  readonly languages: readonly string[];
}

/** A page of products, and how the words that they were looked for by were put right. */
export interface FoundProducts extends Connection<ProductRow> {
  readonly spelling: string | null;
}

export const searchReads = {
  /** Searches what is on sale. */
  products: (reader: Reader) => {
    const { load } = productLists('true')(reader);
    return { load: (args: ProductsArgs) => load('', args) };
  },
};

/** Pages of what is on sale in many parents; `of` is the condition on `parent.id` for what hangs on one. */
export function productLists(of: string): (reader: Reader) => { load(parent: string, args: ProductsArgs): Promise<FoundProducts> } {
  const [newestOf, versionsOf] = [newestFirst(of), versionsOnSale(of)];
  return (reader) => {
    const [newest, versions, understand] = [newestOf(reader), versionsOf(reader), understanding(reader)];
    return {
      async load(parent, args) {
        const { query } = args.filter;
        // Nothing that this order depends on ever changes.
        if (!query && fieldOf(args) === 'CREATED_AT') return Object.assign(await newest.load(parent, args), { spelling: null });
        const firstPage = firstPageOf(placesOf(args), reader, args);
        const words = query ? await understand(query, firstPage?.righted) : null;
        const page = await versions.load(parent, { ...args, firstPage, words });
        return Object.assign(page, { spelling: words && spellingOf(query ?? '', words) });
      },
    };
  };
}

const newestFirst = (of: string) =>
  listsOf({
    rows: products,
    of,
    where: ({ filter }: ProductsArgs, bind: Bind) => [ON_SALE, ...conditionsOf(filter, bind)],
    order: ({ sort: { direction } }) =>
      sortedBy(
        `products by CREATED_AT ${direction}`,
        { sql: 'product.created_at', type: 'timestamptz', direction },
        { sql: 'product.id', type: 'text', direction },
      ),
  });

interface VersionsArgs extends ProductsArgs {
  /** Null where this is the first page. */
  readonly firstPage: FirstPage | null;
  /** Null where no words are looked for. */
  readonly words: Understood | null;
}

/** Products on sale as they were found and sorted on the first page. */
const versionsOnSale = (of: string) =>
  listsOf({
    rows: { from: 'product_document join product on product.id = product_document.product_id', columns: products.columns },
    of,
    where: ({ filter, firstPage, words }: VersionsArgs, bind: Bind) => [
      ON_SALE,
      'product_document.is_on_sale',
      versionOf(firstPage, bind),
      ...(words ? [`product_document.words @@ ${tsquery(words.wanted, bind)}`] : []),
      ...conditionsOf(filter, bind),
    ],
    order: versionsOrder,
  });

function versionsOrder(args: VersionsArgs, bind: Bind): ListOrder {
  const { direction } = args.sort;
  const id: SortKey = { sql: 'product_document.product_id', type: 'text', direction };
  return {
    keys: [...sortKeys(args, bind).map((key) => ({ ...key, direction })), id],
    places: placesOf(args),
    kept: keptOf(args.firstPage, args.words?.righted ?? null, bind),
  };
}

/** How many columns each order compares, its id included. */
const KEYS: Readonly<Record<ProductSort['field'], number>> = {
  RELEVANCE: 3,
  NAME: 2,
  PRICE: 2,
  CREATED_AT: 2,
  PUBLISHED_AT: 2,
  UPDATED_AT: 2,
};

/** A cursor of one order must not be taken for one of another. */
function placesOf(args: ProductsArgs): Places {
  const field = fieldOf(args);
  return placesAsOf(`products found by ${field} ${args.sort.direction}`, KEYS[field]);
}

/** Without words there is no relevance. */
function fieldOf({ filter, sort }: ProductsArgs): ProductSort['field'] {
  return sort.field === 'RELEVANCE' && !filter.query ? 'CREATED_AT' : sort.field;
}

function sortKeys(args: VersionsArgs, bind: Bind): Pick<SortKey, 'sql' | 'type'>[] {
  const { languages, words } = args;
  const field = fieldOf(args);
  if (field === 'NAME') return [{ sql: sortableName('product_document', `'${UNSAID}'`, languages), type: 'text' }];
  if (field === 'PRICE') return [{ sql: 'product_document.price_minor_units', type: 'bigint' }];
  if (field === 'PUBLISHED_AT') return [{ sql: 'coalesce(product_document.published_at, product.created_at)', type: 'timestamptz' }];
  if (field === 'UPDATED_AT') return [{ sql: 'product_document.updated_at', type: 'timestamptz' }];
  if (field === 'CREATED_AT' || !words) return [{ sql: 'product.created_at', type: 'timestamptz' }];
  const asked = `${tsquery(words.typed, bind)}, ${tsquery(words.wanted, bind)}`;
  return [
    { sql: `search.rank(product_document.name_words, product_document.words, ${asked})`, type: 'real' },
    { sql: 'product.created_at', type: 'timestamptz' },
  ];
}

/** In a query of its own it is read once, and not for every row. */
function tsquery(words: string, bind: Bind): string {
  return `(select ${bind(words)}::text::tsquery)`;
}
