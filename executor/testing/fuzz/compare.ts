import { isDeepStrictEqual } from 'node:util';

/** What an executor made of an operation. */
export interface Outcome {
  readonly data?: unknown;
  readonly errors?: readonly ReportedError[];
  /** Stock's word for nulls where the schema forbids them; an error elsewhere. */
  readonly violations?: readonly ReportedError[];
  /** The operation was not run at all. */
  readonly refused?: string;
}

export interface ReportedError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
}

export type DifferenceKind = 'refused' | 'data' | 'order of keys' | 'missing error' | 'additional error' | 'message' | 'path' | 'violation';

export interface Difference {
  readonly kind: DifferenceKind;
  /** Of data: the place where the two part, and both values. Of errors: those that only one has. */
  readonly at?: readonly (string | number)[];
  readonly stock: unknown;
  readonly own: unknown;
}

/** How our answer differs from stock's: data with the order of its keys, and each error's message and path. */
export function differences(stock: Outcome, own: Outcome): Difference[] {
  if (stock.refused !== undefined || own.refused !== undefined) {
    return stock.refused !== undefined && own.refused !== undefined ? [] : [{ kind: 'refused', stock: stock.refused, own: own.refused }];
  }
  return [...dataDifferences(stock.data ?? null, own.data ?? null, []), ...errorDifferences(stock, own)];
}

function dataDifferences(stock: unknown, own: unknown, at: readonly (string | number)[]): Difference[] {
  if (isList(stock) && isList(own) && stock.length === own.length)
    return stock.flatMap((element, index) => dataDifferences(element, own[index], [...at, index]));
  if (!isTree(stock) || !isTree(own)) return isDeepStrictEqual(stock, own) ? [] : [{ kind: 'data', at, stock, own }];
  const keys = Object.keys(stock);
  const inner = [...new Set([...keys, ...Object.keys(own)])].flatMap((key) =>
    dataDifferences(ownProperty(stock, key), ownProperty(own, key), [...at, key]),
  );
  if (inner.length > 0 || isDeepStrictEqual(keys, Object.keys(own))) return inner;
  return [{ kind: 'order of keys', at, stock: keys, own: Object.keys(own) }];
}

function errorDifferences(stock: Outcome, own: Outcome): Difference[] {
  if (stock.violations && stock.violations.length > 0) return violationDifferences(stock.violations, own.errors ?? []);
  const [onlyStock, onlyOwn] = unmatched(distinct(stock.errors ?? []), distinct(own.errors ?? []), isDeepStrictEqual);
  const [lost, added] = unmatched(onlyStock, onlyOwn, (a, b) => a.message === b.message);
  const moved = onlyStock.filter((error) => !lost.includes(error));
  const [missing, additional] = unmatched(lost, added, (a, b) => isDeepStrictEqual(a.path, b.path));
  const reworded = lost.filter((error) => !missing.includes(error));
  return [
    ...moved.map((error): Difference => ({ kind: 'path', stock: error, own: onlyOwn.filter(({ message }) => message === error.message) })),
    ...reworded.map((error): Difference => ({
      kind: 'message',
      stock: error,
      own: added.find(({ path }) => isDeepStrictEqual(path, error.path)),
    })),
    ...missing.map((error): Difference => ({ kind: 'missing error', stock: error, own: undefined })),
    ...additional.map((error): Difference => ({ kind: 'additional error', stock: undefined, own: error })),
  ];
}

/** For stock a violation's field is the fragment's type and the alias, for us the object's type and the field; the path tells which. */
function violationDifferences(stock: readonly ReportedError[], own: readonly ReportedError[]): Difference[] {
  const comparable = ({ message, path }: ReportedError): ReportedError => ({
    message: message.replace(/field \w+\.\w+/, 'field').replace(/! at index/, ' at index'),
    path,
  });
  const [onlyStock, onlyOwn] = unmatched(distinct(stock.map(comparable)), distinct(own.map(comparable)), isDeepStrictEqual);
  return [
    ...onlyStock.map((error): Difference => ({ kind: 'violation', stock: error, own: undefined })),
    ...onlyOwn.map((error): Difference => ({ kind: 'violation', stock: undefined, own: error })),
  ];
}

/** One request may stand for several of stock's: an error that says the same of the same place counts once. */
function distinct(errors: readonly ReportedError[]): ReportedError[] {
  const seen = new Map(errors.map(({ message, path }) => [JSON.stringify([message, path]), { message, path }]));
  return [...seen.values()];
}

function unmatched<T>(left: readonly T[], right: readonly T[], equal: (a: T, b: T) => boolean): [T[], T[]] {
  const rest = [...right];
  const alone = left.filter((value) => {
    const index = rest.findIndex((other) => equal(value, other));
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  return [alone, rest];
}

/** Not what every object inherits: "toString" may be an alias. */
export function ownProperty(object: object, key: string | number): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
