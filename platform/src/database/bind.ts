import { isRaw, JsonProperty, type Platform, type RawQueryFragment, Utils } from '@mikro-orm/postgresql';

/** A statement as PostgreSQL takes it: `$1` in its text for each value beside it. */
export interface BoundStatement {
  readonly text: string;
  readonly values: unknown[];
}

/** Reads MikroORM's placeholders: `?` for a value, `??` for a name, and `\?` for a question mark. */
export function bind(platform: Platform, fragment: RawQueryFragment): BoundStatement {
  const values: unknown[] = [];
  return { text: expand(platform, fragment, values), values };
}

function expand(platform: Platform, { sql, params }: RawQueryFragment, values: unknown[]): string {
  if (params.length === 0) return sql;
  const rest = params[Symbol.iterator]();
  return sql.replace(/\\\?|\?\??/g, (mark) => {
    if (mark === '\\?') return '?';
    const { value, done } = rest.next();
    if (done) throw new Error('A statement has more placeholders than values.');
    return mark === '??' ? platform.quoteIdentifier(value as string) : placeholder(platform, value, values);
  });
}

/** Lists and fragments of SQL become several. Keywords stay in the text: behind `is` PostgreSQL takes nothing else. */
function placeholder(platform: Platform, value: unknown, values: unknown[]): string {
  if (isRaw(value)) return expand(platform, value, values);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && !isJson(value)) return value.map((item) => placeholder(platform, item, values)).join(', ');
  values.push(asText(value));
  return `$${values.length}`;
}

/** The text that MikroORM would have written; `pg` has its own for dates and JSON. */
export function asText(value: unknown): unknown {
  if (isJson(value)) return JSON.stringify(value);
  return value instanceof Date ? value.toISOString() : value;
}

function isJson(value: unknown): boolean {
  return Utils.isPlainObject(value) || (typeof value === 'object' && value !== null && JsonProperty in value);
}
