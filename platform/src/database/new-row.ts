import type { ColumnName, OptionsOf } from './properties.ts';

/** What PostgreSQL fills in where nothing is said. */
type Filled<Entity> = {
  [Name in ColumnName<Entity>]: OptionsOf<Entity, Name> extends { default: unknown } ? Name : never;
}[ColumnName<Entity>];
type Computed<Entity> = {
  [Name in ColumnName<Entity>]: OptionsOf<Entity, Name> extends { generated: unknown } ? Name : never;
}[ColumnName<Entity>];

/** A value for each column of an entity: what is not known is null, and said. */
export type NewRow<Entity> = {
  [Name in Exclude<ColumnName<Entity>, Filled<Entity> | Computed<Entity>>]: Exclude<Entity[Name], undefined>;
} & { [Name in Filled<Entity>]?: Entity[Name] };

/** A new entity. One that lacks a column does not compile, and each has the same shape, so that reading it stays quick. */
export function newRow<Entity extends object>(type: new () => Entity, row: NoInfer<NewRow<Entity>>): Entity {
  return Object.assign(new type(), row);
}
