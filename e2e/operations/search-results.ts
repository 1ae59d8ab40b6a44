import type { Stage } from '../screen.ts';

export async function play({ send }: Stage): Promise<void> {
  await send('SearchResults', { filter: { query: 'stonware bowl' } });
  const filter = { categorySlugs: ['lighting'], price: { currencyCode: 'EUR', gte: '5.00' } };
  const first = await send('SearchResults', { filter, sort: { field: 'PRICE', direction: 'DESC' } });
  await send('SearchResults', { filter, sort: { field: 'PRICE', direction: 'DESC' }, after: first.text('products.pageInfo.endCursor') });
  await send('SearchResults', { filter: { minRating: 4 }, sort: { field: 'RATING', direction: 'DESC' } });
  await send('SearchFacets', { filter: { ...filter, attributes: [{ key: 'socket', values: ['e27'] }] } });
}
