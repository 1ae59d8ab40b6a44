import { type CustomTypesConfig, types as standard } from 'pg';

/** What `pg` calls the types that are read here. */
const { TEXTS, INTEGERS } = { TEXTS: 1009, INTEGERS: 1007 };

/** How values are read, with arrays of texts and of integers by the functions below. */
export function readingArrays(given: CustomTypesConfig = standard): CustomTypesConfig {
  return {
    getTypeParser(oid: number, format?: 'text' | 'binary') {
      const otherwise: (source: string) => unknown = given.getTypeParser(oid, format);
      if (format === 'binary' || (oid !== TEXTS && oid !== INTEGERS)) return otherwise;
      const read = oid === TEXTS ? textsIn : integersIn;
      return (source: string) => read(source, otherwise);
    },
  };
}

/** An element: in quotation marks, where a backslash goes before one of them and before itself, or as it stands. */
const ELEMENT = /"((?:[^"\\]|\\.)*)"|[^,]+/gs;

/**
 * Reads a `text[]` as PostgreSQL writes it (https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO); `otherwise` reads one that has more dimensions or
 * other bounds. `pg` itself reads it letter by letter, which is a twentieth of what a list of products costs.
 */
function textsIn(source: string, otherwise: (source: string) => unknown): unknown {
  if (source === '{}') return [];
  if (!source.startsWith('{') || source.startsWith('{{')) return otherwise(source);
  const inside = source.slice(1, -1);
  if (!inside.includes('"')) return inside.split(',').map((element) => (element === 'NULL' ? null : element));
  return Array.from(inside.matchAll(ELEMENT), ([element, quoted]) => {
    if (quoted !== undefined) return quoted.includes('\\') ? quoted.replace(/\\(.)/gs, '$1') : quoted;
    return element === 'NULL' ? null : element;
  });
}

/** The same of an `int[]`. */
function integersIn(source: string, otherwise: (source: string) => unknown): unknown {
  if (source === '{}') return [];
  if (!source.startsWith('{') || source.startsWith('{{')) return otherwise(source);
  return source
    .slice(1, -1)
    .split(',')
    .map((element) => (element === 'NULL' ? null : Number(element)));
}
