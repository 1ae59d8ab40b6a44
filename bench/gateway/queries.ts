export type QueryName = 'small' | 'medium' | 'large';

export const QUERY_NAMES: readonly QueryName[] = ['small', 'medium', 'large'];

/**
 * `identical`: every connection sends the same bytes, so that requests in flight can be shared. `varied`: each connection
 * asks for a batch of its own by a variable, and batches have no entity in common; sharing finds nothing to share, in the
 * gateway's answers as in its calls to subgraphs.
 */
export type Traffic = 'identical' | 'varied';

/** Made once; the same text is sent each time. */
export function bodyOf(query: QueryName, traffic: Traffic, connection: number): string {
  const text = queryText(query, traffic === 'varied');
  return JSON.stringify(traffic === 'varied' ? { query: text, variables: { batch: connection + 1 } } : { query: text });
}

/** An operation like `query` that no gateway has seen: one field has an alias that must come back in the answer. */
export function distinctOperation(query: QueryName, alias: string): string {
  return JSON.stringify({ query: queryText(query).replace('username', `username ${alias}: name`) });
}

export function queryText(query: QueryName, batched = false): string {
  const head = batched ? 'query Varied($batch: Int!)' : 'query Identical';
  return TEXTS[query](batched ? '(batch: $batch)' : '').replace('query', head);
}

const PRODUCT = 'upc name price weight inStock shippingEstimate';
const USER = 'id username name';
const REVIEW = 'id body';

/** Stock's plans have 1, 2 and 16 fetches. */
const TEXTS: Readonly<Record<QueryName, (argument: string) => string>> = {
  small: (argument) => `query { users${argument} { ${USER} } }`,
  medium: (argument) => `query { users${argument} { ${USER} reviews { ${REVIEW} } } }`,
  large: (argument) => `query {
    users${argument} {
      ${USER}
      reviews { ${REVIEW} product { ${PRODUCT} reviews { ${REVIEW} author { ${USER} reviews { ${REVIEW} product { ${PRODUCT} } } } } } }
    }
    topProducts${argument} {
      ${PRODUCT}
      reviews { ${REVIEW} author { ${USER} reviews { ${REVIEW} product { ${PRODUCT} } } } }
    }
  }`,
};
