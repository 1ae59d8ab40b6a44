import DataLoader from 'dataloader';

type Read<Value> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

/**
 * Loads what the fields of one level of a query ask for together: `load` answers in the order of the keys. Nothing is remembered,
 * so that a later mutation of the same request is answered with what it left behind.
 */
export function together<Value>(load: (keys: readonly string[]) => Promise<readonly (Value | Error)[]>): DataLoader<string, Value> {
  return new DataLoader(load, { cache: false });
}

/** As `together`: `read` gets each key once, and what it does not know is null. */
export function batch<Value>(read: Read<Value>): DataLoader<string, Value | null> {
  return together(async (keys) => {
    const values = await read([...new Set(keys)]);
    return keys.map((key) => values.get(key) ?? null);
  });
}

/** As `batch`, for what there is for every key: a page, a count. */
export function batchAll<Value>(read: Read<Value>): DataLoader<string, Value> {
  return together(async (keys) => {
    const values = await read([...new Set(keys)]);
    return keys.map((key) => values.get(key) ?? new Error(`Nothing was read for ${key}.`));
  });
}

/** What a foreign key promises to be there. */
export async function present<Value>(loading: Promise<Value | null>): Promise<Value> {
  const value = await loading;
  if (value === null) throw new Error('A row is missing that another one refers to.');
  return value;
}
