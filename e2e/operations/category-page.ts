import type { Screen, Stage } from '../screen.ts';

export async function play({ send }: Stage): Promise<void> {
  const first = await send('CategoryPage', { slug: 'lighting', sort: { field: 'PRICE' } });
  await send('CategoryPage', { slug: 'lighting', sort: { field: 'PRICE' }, after: first.text('category.products.pageInfo.endCursor') });
  await send('CategoryPage', { slug: 'pendant-lamps', filter: { attributes: [{ key: 'socket', values: ['e27'] }] } });
}

/** Nobody has described the branches of the demo. */
export const notGiven: Screen['notGiven'] = { CategoryPage: ['category.description'] };
