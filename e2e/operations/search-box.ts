import { eventually } from '@agora/platform/testing/eventually';
import { data } from '../client.ts';
import type { Stage } from '../screen.ts';
import { register } from '../shop.ts';
import * as z from 'zod';

export async function play({ agora, send }: Stage): Promise<void> {
  for (const name of ['Ana', 'Bo', 'Cleo']) {
    const person = await register(agora, name);
    const found = { products: z.object({ nodes: z.array(z.unknown()).min(1) }) };
    await data(agora, found, '{ products(filter: { query: "ceramic" }) { nodes { id } } }', {}, person);
  }
  const suggested = { productSuggestions: z.object({ queries: z.array(z.string()) }) };
  await eventually(async () => {
    const { productSuggestions } = await data(agora, suggested, '{ productSuggestions(query: "ce") { queries } }', {});
    return productSuggestions.queries.length > 0;
  });
  await send('SearchBox', { query: 'ce' });
  await send('SearchBox', { query: 'stonware' });
}
