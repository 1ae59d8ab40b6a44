import { declarationOf } from '@agora/platform/database/personal-data';
import { type EntityClass, type EntityProperty, MikroORM } from '@mikro-orm/postgresql';

/** The columns of these entities whose properties say whether they are personal, and what is wrong with the others. */
export function declaredColumns(entities: readonly EntityClass<object>[]): { columns: Set<string>; problems: string[] } {
  const columns = new Set<string>();
  const problems: string[] = [];
  const metadata = new MikroORM({ entities: [...entities], dbName: 'none' }).getMetadata();
  for (const entity of entities) {
    const { className, tableName, props } = metadata.get(entity);
    for (const property of props) {
      const fields = fieldsOf(property);
      const declaration = declarationOf(property);
      if (fields.length === 0) continue;
      if (!declaration) problems.push(`${className}.${property.name} does not say whether it is personal.`);
      else if (declaration.kind !== 'impersonal' && !leadsSomewhere(entity, declaration.of))
        problems.push(`${className}.${property.name} is said to be of "${declaration.of}", which is no property.`);
      for (const field of fields) columns.add(`${tableName}.${field}`);
    }
  }
  return { columns, problems };

  function leadsSomewhere(entity: EntityClass<object>, path: string): boolean {
    const [first = '', ...rest] = path.split('.');
    const property = metadata.get(entity).props.find(({ name }) => name === first);
    if (!property) return false;
    return (
      rest.length === 0 ||
      (property.targetMeta !== undefined && leadsSomewhere(property.targetMeta.class as EntityClass<object>, rest.join('.')))
    );
  }
}

function fieldsOf({ kind, fieldNames }: EntityProperty): readonly string[] {
  return kind === '1:m' || kind === 'm:n' ? [] : (fieldNames ?? []);
}
