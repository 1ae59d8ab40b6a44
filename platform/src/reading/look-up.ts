import type DataLoader from 'dataloader';
import { Refusal } from '../errors.ts';

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
