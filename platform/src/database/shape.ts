import type { EntityMetadata } from '@mikro-orm/postgresql';

/** What MikroORM makes the same text of, whatever the values, and these in their order. */
export interface Shape {
  readonly name: string;
  readonly values: readonly unknown[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Options that have no part in the text of a read that joins nothing. */
const SILENT = new Set([
  'ctx',
  'em',
  'loggerContext',
  'populateWhere',
  '_populateWhere',
  'logging',
  'strategy',
  'refresh',
  'visited',
  'connectionType',
  'convertCustomTypes',
]);
/** Those that have. */
const TOLD = new Set(['orderBy', 'limit', 'lockMode', 'flags']);

/** Of a read of one table that finds rows by equal values, or those in a list; null for every other. */
export function shapeOfRead(meta: EntityMetadata, where: unknown, options: Fields): Shape | null {
  const condition = conditionOf(meta, where);
  if (!condition || meta.virtual) return null;
  const told: Fields[] = [];
  for (const [name, value] of Object.entries(options)) {
    if (SILENT.has(name) || isNothing(value)) continue;
    if (!TOLD.has(name)) return null;
    told.push({ [name]: value });
  }
  const { limit } = options;
  const values = typeof limit === 'number' ? [...condition.values, limit] : condition.values;
  return { name: JSON.stringify(['select', meta.uniqueName, condition.names, told]), values };
}

/** Of a change of one row of a table that computes nothing; null for every other. */
export function shapeOfUpdate(meta: EntityMetadata, where: unknown, data: Fields, options: Fields): Shape | null {
  const condition = conditionOf(meta, where);
  const isPlain = meta.props.every(
    ({ generated, version, kind }) => !generated && version !== true && kind !== 'm:n' && kind !== 'embedded',
  );
  if (!condition || !isPlain || options['upsert'] === true || options['unionWhere'] !== undefined) return null;
  const changes: [string, unknown][] = Object.entries(data).filter(([, value]) => value !== undefined);
  if (changes.length === 0 || !changes.every(([, value]) => isScalar(value))) return null;
  const names = changes.map(([name, value]) => (isKeyword(value) ? `${name}=${String(value)}` : name));
  const values = changes.map(([, value]) => value).filter((value) => !isKeyword(value));
  return { name: JSON.stringify(['update', meta.uniqueName, names, condition.names]), values: [...values, ...condition.values] };
}

function isNothing(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

interface Condition {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
}

function conditionOf(meta: EntityMetadata, where: unknown): Condition | null {
  if (typeof where !== 'object' || where === null || Array.isArray(where)) return null;
  const names: string[] = [];
  const values: unknown[] = [];
  for (const [name, wanted] of Object.entries(where)) {
    const property = meta.properties[name];
    const list = listOf(wanted);
    if (!property || property.customType || !list?.every(isScalar)) return null;
    if (isKeyword(list[0]) && list.length > 1) return null;
    names.push(
      isKeyword(wanted) ? `${name}=${String(wanted)}` : `${name} ${Array.isArray(wanted) ? list.length : typeof wanted}${list.length}`,
    );
    if (!isKeyword(wanted)) values.push(...list);
  }
  return names.length > 0 ? { names, values } : null;
}

/** The values of `1`, `[1, 2]` and `{ $in: [1, 2] }`. */
function listOf(wanted: unknown): readonly unknown[] | null {
  if (Array.isArray(wanted)) return wanted.length > 0 ? wanted : null;
  if (typeof wanted !== 'object' || wanted === null) return wanted === null ? null : [wanted];
  const [[operator, list] = [], ...others] = Object.entries(wanted);
  return operator === '$in' && others.length === 0 && Array.isArray(list) && list.length > 0 ? list : null;
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) || value === null || value instanceof Date;
}

/** Stands in the text. */
function isKeyword(value: unknown): boolean {
  return value === null || typeof value === 'boolean';
}
