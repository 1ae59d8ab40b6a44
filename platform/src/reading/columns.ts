import { BigIntType, EntitySchema, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';
import type { ColumnName, IsReference, OptionsOf } from '../database/properties.ts';
import type { Viewer } from './reader.ts';

/** SQL, and what its value is in a row. */
export interface Expression<Value> {
  readonly sql: string;
  /** For the type alone. */
  readonly value?: Value;
}

export type Columns = Readonly<Record<string, Expression<unknown>>>;

/** What is read of each row, and where from: SQL, which may depend on who reads. */
export interface Rows<Read extends Columns = Columns> {
  readonly from: string | ((viewer: Viewer) => string);
  readonly columns: Read;
}

/** A row as it is read. */
export type RowOf<Read extends Rows> = RowWith<Read['columns']>;

export type RowWith<Read extends Columns> = {
  readonly [Name in keyof Read]: Read[Name] extends Expression<infer Value> ? Value : never;
};

/** A reference is read as the id that its column holds. */
type KeyIn<Entity, Name extends ColumnName<Entity>> = IsReference<Entity, Name> extends true ? `${Name}Id` : Name;

/** Instants are text; what may be null is null. */
type ValueIn<Entity, Name extends ColumnName<Entity>> =
  IsReference<Entity, Name> extends true
    ? string | (OptionsOf<Entity, Name> extends { nullable: true } ? null : never)
    : Entity[Name] extends infer Value
      ? Value extends Date
        ? string
        : Value extends undefined
          ? never
          : Value
      : never;

export type ColumnsOf<Entity, Name extends ColumnName<Entity> = ColumnName<Entity>> = {
  readonly [Each in Name as KeyIn<Entity, Each>]: Expression<ValueIn<Entity, Each>>;
};

type EntityType<Entity> = new () => Entity;

/** Rows of an entity's table: all its columns, or those of the properties that are named. */
export function rowsOf<Entity extends object, Name extends ColumnName<Entity>>(
  entity: EntityType<Entity>,
  ...names: readonly Name[]
): Rows<ColumnsOf<Entity, Name>> {
  return { from: tableOf(entity), columns: columnsOf(entity, ...names) };
}

/** The columns alone, for rows that are read from several tables. */
export function columnsOf<Entity extends object, Name extends ColumnName<Entity>>(
  entity: EntityType<Entity>,
  ...names: readonly Name[]
): ColumnsOf<Entity, Name> {
  const { properties } = metadataOf(entity);
  const wanted = names.length > 0 ? names : Object.keys(properties).filter((name) => isColumn(properties[name]));
  return Object.fromEntries(wanted.map((name) => column(tableOf(entity), name, properties[name]))) as ColumnsOf<Entity, Name>;
}

/** Columns that SQL computes; the cast makes them what their type says. */
export const number = (sql: string): Expression<number> => ({ sql: `(${sql})::float8` });
export const text = (sql: string): Expression<string> => ({ sql: `(${sql})::text` });
export const texts = (sql: string): Expression<string[]> => ({ sql: `(${sql})::text[]` });
export const boolean = (sql: string): Expression<boolean> => ({ sql: `(${sql})::boolean` });
/** A `timestamptz`, which arrives as text. */
export const instant = (sql: string): Expression<string> => ({ sql });
/** Of nobody knows which form: whoever reads it parses it. */
export const json = (sql: string): Expression<unknown> => ({ sql: `(${sql})::jsonb` });
export const nullable = <Value>({ sql }: Expression<Value>): Expression<Value | null> => ({ sql });

export function fromOf({ from }: Rows, viewer: Viewer): string {
  return typeof from === 'string' ? from : from(viewer);
}

/** `post.id as "id", post.community_id as "communityId"` */
export function selectList(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, { sql }]) => `${sql} as "${name}"`)
    .join(', ');
}

const NAMING = new UnderscoreNamingStrategy();

interface Property {
  readonly kind?: string;
  readonly mapToPk?: boolean;
  readonly fieldName?: string;
  readonly joinColumn?: string;
  readonly type?: unknown;
}

function metadataOf(entity: EntityType<object>): { tableName: string; properties: Readonly<Record<string, Property>> } {
  const schema = EntitySchema.REGISTRY.get(entity);
  if (!schema) throw new Error(`${entity.name} is no entity.`);
  const { className, tableName, properties } = schema.meta;
  return { tableName: NAMING.classToTableName(className, tableName), properties };
}

function tableOf(entity: EntityType<object>): string {
  return metadataOf(entity).tableName;
}

function isColumn(property: Property | undefined): boolean {
  return property?.kind !== '1:m' && property?.kind !== 'm:n';
}

function column(table: string, name: string, property: Property | undefined): [string, Expression<unknown>] {
  const { kind, mapToPk, fieldName, joinColumn, type } = property ?? {};
  const isReference = kind === 'm:1' || kind === '1:1';
  const field = fieldName ?? joinColumn ?? (isReference ? NAMING.joinColumnName(name) : NAMING.propertyToColumnName(name));
  const sql = `${table}.${field}`;
  return [isReference && !mapToPk ? `${name}Id` : name, { sql: type instanceof BigIntType ? `${sql}::float8` : sql }];
}
