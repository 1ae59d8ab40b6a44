import type { Reader } from './reader.ts';

type Reads = Readonly<Record<string, (reader: Reader) => unknown>>;

export type LoadersOf<Declared extends Reads> = { readonly [Name in keyof Declared]: ReturnType<Declared[Name]> };

/** The reads of one request: each is made when it is first asked for, as a request needs few of them. */
export function loadersOf<Declared extends Reads>(reads: Declared): (reader: Reader) => LoadersOf<Declared> {
  const names = Object.keys(reads);
  class Loaders {
    readonly reader: Reader;
    constructor(reader: Reader) {
      this.reader = reader;
    }
  }
  for (const name of names) {
    Object.defineProperty(Loaders.prototype, name, {
      get(this: Loaders) {
        const value = reads[name]?.(this.reader);
        Object.defineProperty(this, name, { value });
        return value;
      },
    });
  }
  return (reader) => new Loaders(reader) as unknown as LoadersOf<Declared>;
}
