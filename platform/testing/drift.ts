import { MikroORM, type Options } from '@mikro-orm/postgresql';

/** The SQL that would make a migrated database what its entities say; empty when neither drifted from the other. */
export async function schemaDrift(databaseUrl: string, entities: NonNullable<Options['entities']>): Promise<string> {
  const orm = await MikroORM.init({
    clientUrl: databaseUrl,
    entities,
    forceUtcTimezone: true,
    // Triggers are of the migrations alone.
    schemaGenerator: { ignoreSchema: ['platform'], ignoreTriggers: true },
  });
  try {
    return await orm.schema.getUpdateSchemaSQL({ wrap: false });
  } finally {
    await orm.close();
  }
}
