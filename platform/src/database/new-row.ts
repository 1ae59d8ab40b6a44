import type { Opt } from '@mikro-orm/postgresql';
import type { ColumnName } from './properties.ts';

/** What PostgreSQL fills in where nothing is said: a default, or, of the type `Opt`, what it computes. */
type Filled<Entity> = { [Name in ColumnName<Entity>]: Entity[Name] extends Opt ? Name : never }[ColumnName<Entity>];

/** A value for each column of an entity; one that is not known has to be given as null. */
export type NewRow<Entity> = {
  [Name in Exclude<ColumnName<Entity>, Filled<Entity>>]: Exclude<Entity[Name], undefined>;
} & { [Name in Filled<Entity>]?: Entity[Name] };

/** A new entity. One that lacks a column does not compile. */
export function newRow<Entity extends object>(type: new () => Entity, row: NoInfer<NewRow<Entity>>): Entity {
  return Object.assign(new type(), row);
}
