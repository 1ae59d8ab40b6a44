import { Refusal } from '@agora/platform/errors';
import type DataLoader from 'dataloader';

/** Reads by the one key that was given; none or several are refused with BAD_USER_INPUT. */
export async function lookUp<Key extends string, Row>(
  args: { readonly [key in Key]?: string | null },
  loaders: Readonly<Record<Key, DataLoader<string, Row | null>>>,
): Promise<Row | null> {
  const names = Object.keys(loaders) as Key[];
  const [name, ...more] = names.filter((one) => typeof args[one] === 'string');
  const value = name && args[name];
  if (!name || typeof value !== 'string' || more.length > 0)
    throw new Refusal('BAD_USER_INPUT', `Give exactly one of ${names.join(' and ')}.`, names);
  return loaders[name].load(value);
}

/** A row that another one refers to, so it is there. */
export async function found<Row>(loader: DataLoader<string, Row | null>, id: string): Promise<Row> {
  const row = await loader.load(id);
  if (row === null) throw new Error(`${id} is referred to, and missing.`);
  return row;
}
