import type { Reader } from '@agora/platform/reading/reader';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { categories, type CategoryRow } from '../../categories/reads/categories.ts';
import { ON_SALE, type ProductRow, products } from '../../products/reads/products.ts';
import { KnownQuery, wordsOf } from '../model/asked-query.ts';
import { relevance } from './relevance.ts';
import { type Understood, understanding } from './understood.ts';

export interface SuggestionsArgs {
  readonly query: string;
  readonly first: number;
}

/** What somebody who types may mean: as a guest finds it, whoever asks. */
export interface Suggestions {
  queries(): Promise<readonly string[]>;
  categories(): Promise<readonly CategoryRow[]>;
  products(): Promise<readonly ProductRow[]>;
}

const LEAST_TYPED = 2;

export const suggestionReads = {
  suggestions: (reader: Reader) => {
    const understand = understanding(reader);
    const find = async <Row>(read: (words: Understood) => Promise<Row[]>, query: string) =>
      [...query].length < LEAST_TYPED ? [] : read(await understand(query));
    return {
      load: ({ query, first }: SuggestionsArgs): Suggestions => ({
        queries: async () => {
          const words = wordsOf(query);
          if ([...words].length < LEAST_TYPED) return [];
          return (await queriesBeginning(reader.em, [words, first])).map(({ written }) => written);
        },
        categories: () => find(({ typed, wanted }) => categoriesCalled(reader.em, [typed, wanted, first]), query),
        products: () => find(({ typed, wanted }) => productsCalled(reader.em, [typed, wanted, first]), query),
      }),
    };
  },
};

/** What fewer people than three look for may be about one of them. */
const queriesBeginning = statement(
  columnsOf(KnownQuery, 'written'),
  (columns) => `select ${columns} from known_query
    where askers >= 3 and words ~>=~ $1::text and words ~<~ ($1::text || chr(1114111)) order by askers desc, words limit $2`,
);

/** In a query of its own it is read once, and not for every row. */
const [TYPED, WANTED] = ['(select $1::text::tsquery)', '(select $2::text::tsquery)'];

const CATEGORY_WORDS = 'search.words_of(search.names_of(category.name, category.translations))';

const categoriesCalled = statement(
  categories.columns,
  (columns) => `select ${columns} from category where ${CATEGORY_WORDS} @@ ${WANTED}
    order by ${relevance({ nameWords: CATEGORY_WORDS, words: CATEGORY_WORDS, typed: TYPED, wanted: WANTED })} desc, cardinality(category.path), category.position, category.id
    limit $3`,
);

/** Those that have the words elsewhere are read only where too few have them in their names. */
const productsCalled = statement(
  products.columns,
  (columns) => `(${best(columns, `product_document.name_words @@ ${WANTED}`)}) union all
    (${best(columns, `product_document.words @@ ${WANTED} and not product_document.name_words @@ ${WANTED}`)}) limit $3`,
);

/** The join comes last, so that only what is shown of the many that match is read. */
function best(columns: string, match: string): string {
  return `select ${columns} from (
      select product_document.product_id, product_document.published_at,
        ${relevance({ nameWords: 'product_document.name_words', words: 'product_document.words', typed: TYPED, wanted: WANTED })} as rank
      from product_document where product_document.ended_by is null and product_document.is_on_sale and ${match}
      order by rank desc, product_document.published_at desc, product_document.product_id limit $3
    ) found join product on product.id = found.product_id where ${ON_SALE}
    order by found.rank desc, found.published_at desc, found.product_id`;
}
