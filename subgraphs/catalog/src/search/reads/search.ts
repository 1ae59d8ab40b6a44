import type { Connection, PageArgs } from '@agora/platform/reading/connection';
import { type ListOrder, type Places, type SortKey, sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Bind, Reader, Visibility } from '@agora/platform/reading/reader';
import { ofProducts } from '../../cached.ts';
import { sortableName } from '../../names/reads/translations.ts';
import { isFound, isOwn, ON_SALE, type ProductRow, products } from '../../products/reads/products.ts';
import { type FirstPage, firstPageOf, keptOf, placesAsOf, versionOf } from './first-page.ts';
import { type Facet, type FacetArgs, facetsOf } from './facets.ts';
import { type CodesViewer, conditionsOf, NOBODY, type ProductFilter, scopeOf, viewerOf } from './product-filter.ts';
import { relevance } from './relevance.ts';
import { spellingOf, type Understood, understanding } from './understood.ts';

export interface ProductSort {
  readonly field: 'RELEVANCE' | 'NAME' | 'PRICE' | 'RATING' | 'CREATED_AT' | 'PUBLISHED_AT' | 'UPDATED_AT' | 'UNITS_SOLD' | 'TRENDING';
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
  facets(args: FacetArgs): Promise<readonly Facet[]>;
}

/** Pages of the products in many parents; `of` is the condition on `parent.id` for what hangs on one. */
export function productLists(of: string): (reader: Reader) => { load(parent: string, args: ProductsArgs): Promise<FoundProducts> } {
  const [onSale, inAnyState, own, countedOf] = [pagesOf(of, ON_SALE_ALONE), pagesOf(of, IN_ANY_STATE), pagesOf(of, OWN), facetsOf(of)];
  return (reader) => {
    const [pages, understand, facets] = [
      { ON_SALE: onSale(reader), ANY_STATE: inAnyState(reader), OWN: own(reader) },
      understanding(reader),
      countedOf(reader),
    ];
    const found = (page: Connection<ProductRow>, parent: string, filter: ProductFilter, words: Understood | null) =>
      Object.assign(page, {
        spelling: words && spellingOf(filter.query ?? '', words),
        facets: (args: FacetArgs) => facets(parent, { filter, wanted: words && words.wanted }, args),
      });
    return {
      async load(parent, args) {
        const { filter } = args;
        const { newest, versions, sales } = pages[scopeOf(filter)];
        // Whoever looks for no code shares the list with everybody.
        const viewer = filter.sku ? viewerOf(reader) : NOBODY;
        // Nothing that this order depends on ever changes.
        if (!filter.query && fieldOf(args) === 'CREATED_AT')
          return found(await newest.load(parent, { ...args, viewer }), parent, filter, null);
        const firstPage = firstPageOf(placesOf(args), reader, args);
        const words = filter.query ? await understand(filter.query, firstPage?.righted) : null;
        const list = isOfSales(args) ? sales : versions;
        return found(await list.load(parent, { ...args, viewer, firstPage, words }), parent, filter, words);
      },
    };
  };
}

/** Which products a list holds: conditions, and who may see a row where not everybody may. */
interface Shown {
  readonly where: readonly string[];
  readonly versions: readonly string[];
  readonly visible?: Visibility;
  /** Whether its first pages are kept, where everybody asks for them. */
  readonly isKept?: boolean;
}

const ON_SALE_ALONE: Shown = { where: [ON_SALE], versions: ['product_document.is_on_sale'], isKept: true };
const IN_ANY_STATE: Shown = { where: [], versions: [], visible: isFound };
const OWN: Shown = { where: [], versions: [], visible: isOwn };

function pagesOf(of: string, shown: Shown) {
  const [newestOf, versionsOf, salesOf] = [newestFirst(of, shown), versionsFound(of, shown), versionsFound(of, shown, 'BY_SALES')];
  return (reader: Reader) => ({ newest: newestOf(reader), versions: versionsOf(reader), sales: salesOf(reader) });
}

const newestFirst = (of: string, { where, visible, isKept }: Shown) =>
  listsOf({
    rows: products,
    of,
    cached: (args: ViewedArgs) => (isKept ? keptFor(args) : null),
    ...(visible && { visible }),
    where: ({ filter, viewer }: ViewedArgs, bind: Bind) => [...where, ...conditionsOf(filter, viewer, bind)],
    order: ({ sort: { direction } }) =>
      sortedBy(
        `products by CREATED_AT ${direction}`,
        { sql: 'product.created_at', type: 'timestamptz', direction },
        { sql: 'product.id', type: 'text', direction },
      ),
  });

interface ViewedArgs extends ProductsArgs {
  readonly viewer: CodesViewer;
}

interface VersionsArgs extends ViewedArgs {
  /** Null where this is the first page. */
  readonly firstPage: FirstPage | null;
  /** Null where no words are looked for. */
  readonly words: Understood | null;
}

const DOCUMENTS = 'product_document join product on product.id = product_document.product_id';

/** Products as they were found and sorted on the first page. */
const versionsFound = (of: string, { where, versions, visible, isKept }: Shown, sorted?: 'BY_SALES') =>
  listsOf({
    cached: (args: VersionsArgs) => (isKept ? keptFor(args) : null),
    ...(visible && { visible }),
    rows: {
      from: sorted ? `${DOCUMENTS} join product_sales on product_sales.product_id = product.id` : DOCUMENTS,
      columns: products.columns,
    },
    of,
    where: ({ filter, viewer, firstPage, words }: VersionsArgs, bind: Bind) => [
      ...where,
      ...versions,
      versionOf('product_document', firstPage, bind),
      ...(sorted ? [versionOf('product_sales', firstPage, bind)] : []),
      ...(words ? [`product_document.words @@ ${tsquery(words.wanted, bind)}`] : []),
      ...conditionsOf(filter, viewer, bind),
    ],
    order: versionsOrder,
  });

function versionsOrder(args: VersionsArgs, bind: Bind): ListOrder {
  const { direction } = args.sort;
  const id: SortKey = { sql: `${isOfSales(args) ? 'product_sales' : 'product_document'}.product_id`, type: 'text', direction };
  return {
    keys: [...sortKeys(args, bind).map((key) => ({ direction, ...key })), id],
    places: placesOf(args),
    kept: keptOf(args.firstPage, args.words?.righted ?? null, bind),
  };
}

/** Of what it takes to choose and sort these, events of products and categories tell: not of what is in stock, nor of what words mean. */
const KEPT_FILTERS: readonly string[] = ['categorySlugs', 'sellerIds'] satisfies (keyof ProductFilter)[];
const KEPT_SORTS: readonly ProductSort['field'][] = ['NAME', 'PRICE', 'CREATED_AT', 'PUBLISHED_AT', 'UPDATED_AT'];

function keptFor(args: ProductsArgs): typeof ofProducts | null {
  const given = Object.entries(args.filter).filter(([, value]) => value !== undefined);
  return given.every(([name]) => KEPT_FILTERS.includes(name)) && KEPT_SORTS.includes(fieldOf(args)) ? ofProducts : null;
}

/** A cursor of one order must not be taken for one of another. */
function placesOf(args: ProductsArgs): Places {
  const [field, currency] = [fieldOf(args), args.sort.field === 'PRICE' ? args.filter.price?.currencyCode : undefined];
  const keys = field === 'RELEVANCE' || currency !== undefined ? 3 : 2;
  return placesAsOf(`products found by ${[field, currency, args.sort.direction].filter(Boolean).join(' ')}`, keys);
}

/** Without words there is no relevance. */
function fieldOf({ filter, sort }: ProductsArgs): ProductSort['field'] {
  return sort.field === 'RELEVANCE' && !filter.query ? 'CREATED_AT' : sort.field;
}

function isOfSales({ sort: { field } }: ProductsArgs): boolean {
  return field === 'UNITS_SOLD' || field === 'TRENDING';
}

function sortKeys(args: VersionsArgs, bind: Bind): (Pick<SortKey, 'sql' | 'type'> & Partial<SortKey>)[] {
  const { languages, words } = args;
  const field = fieldOf(args);
  if (field === 'NAME') return [{ sql: sortableName('product_document', 'product.locale', languages), type: 'text' }];
  if (field === 'PRICE') return priceKeys(args, bind);
  if (field === 'RATING') return [{ sql: 'product.rating_score', type: 'real' }];
  if (field === 'PUBLISHED_AT') return [{ sql: 'coalesce(product_document.published_at, product.created_at)', type: 'timestamptz' }];
  if (field === 'UPDATED_AT') return [{ sql: 'product_document.updated_at', type: 'timestamptz' }];
  if (field === 'UNITS_SOLD') return [{ sql: 'product_sales.units_sold', type: 'bigint' }];
  if (field === 'TRENDING') return [{ sql: 'product_sales.trend', type: 'float8' }];
  if (field === 'CREATED_AT' || !words) return [{ sql: 'product.created_at', type: 'timestamptz' }];
  const [typed, wanted] = [tsquery(words.typed, bind), tsquery(words.wanted, bind)];
  return [
    { sql: relevance({ nameWords: 'product_document.name_words', words: 'product_document.words', typed, wanted }), type: 'real' },
    { sql: 'product.created_at', type: 'timestamptz' },
  ];
}

/** In the currency that the filter is in; what has no price in it comes last. Without one, each in its own. */
function priceKeys({ filter: { price } }: VersionsArgs, bind: Bind): (Pick<SortKey, 'sql' | 'type'> & Partial<SortKey>)[] {
  if (!price) return [{ sql: 'product_document.price_minor_units', type: 'bigint' }];
  const amount = `(product_document.prices ->> ${bind(price.currencyCode)}::text)::bigint`;
  return [
    { sql: `(${amount} is null)::int::bigint`, type: 'bigint', direction: 'ASC' },
    { sql: `coalesce(${amount}, 0)`, type: 'bigint' },
  ];
}

/** In a query of its own it is read once, and not for every row. */
function tsquery(words: string, bind: Bind): string {
  return `(select ${bind(words)}::text::tsquery)`;
}

const listsOfAll = productLists('true');

export const searchReads = {
  /** Searches what is on sale, or in the states that are asked for. */
  products: (reader: Reader) => {
    const { load } = listsOfAll(reader);
    return { load: (args: ProductsArgs) => load('', args) };
  },
};
