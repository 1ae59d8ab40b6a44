import type { IndexHints } from '@mikro-orm/postgresql';

/** The property builders that `defineEntity` was given, as MikroORM keeps them in the entity's type. */
type Builders<Entity> = Entity extends { [IndexHints]?: [infer Properties] } ? Properties : never;
type Builder<Entity, Name extends keyof Builders<Entity>> = Builders<Entity>[Name] extends (...args: never) => infer Made
  ? Made
  : Builders<Entity>[Name];

export type PropertyName<Entity> = keyof Builders<Entity> & keyof Entity & string;

/** The options of a property, for example `{ kind: 'm:1'; nullable: true }`. */
export type OptionsOf<Entity, Name extends PropertyName<Entity>> =
  Builder<Entity, Name> extends { '~options'?: infer Options } ? Options : never;

/** Properties that are columns of the entity's own table. */
export type ColumnName<Entity> = {
  [Name in PropertyName<Entity>]: OptionsOf<Entity, Name> extends { kind: '1:m' | 'm:n' } ? never : Name;
}[PropertyName<Entity>];

/** Whether it holds another entity, of which the column has the id. */
export type IsReference<Entity, Name extends PropertyName<Entity>> =
  OptionsOf<Entity, Name> extends { mapToPk: true } ? false : OptionsOf<Entity, Name> extends { kind: 'm:1' | '1:1' } ? true : false;
