import { Kind, parse, visit, type DocumentNode, type FieldDefinitionNode, type TypeNode } from 'graphql';

/** The type of objects that no supergraph knows. */
export const UNKNOWN_TYPE = 'Ghost';

/**
 * The same subgraph without any check of its own answers: every output is nullable, every leaf is any value, and an
 * abstract field may answer an object of an unknown type.
 */
export function laxTypeDefs(typeDefs: DocumentNode): DocumentNode {
  const composite = new Set<string>();
  const abstract: { readonly name: string; readonly fields: readonly FieldDefinitionNode[] }[] = [];
  for (const definition of typeDefs.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.UNION_TYPE_DEFINITION)
      composite.add(definition.name.value);
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    composite.add(definition.name.value);
    abstract.push({ name: definition.name.value, fields: definition.fields ?? [] });
  }
  const lax = (type: TypeNode): TypeNode => {
    if (type.kind === Kind.NON_NULL_TYPE) return lax(type.type);
    if (type.kind === Kind.LIST_TYPE) return { ...type, type: lax(type.type) };
    return composite.has(type.name.value) ? type : { ...type, name: { ...type.name, value: 'Lax' } };
  };
  const relaxed: DocumentNode = visit(typeDefs, {
    InputObjectTypeDefinition: () => false,
    FieldDefinition: (field) => ({ ...field, type: lax(field.type) }),
    UnionTypeDefinition: (union) => ({
      ...union,
      types: [...(union.types ?? []), { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: UNKNOWN_TYPE } }],
    }),
  });
  const fields = new Map(
    abstract.flatMap((type) => type.fields.map((field) => [field.name.value, { ...field, directives: [], type: lax(field.type) }])),
  );
  const ghost = parse(`scalar Lax type ${UNKNOWN_TYPE} ${implementing(abstract.map(({ name }) => name))} { ghost: Lax }`).definitions.map(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION
        ? { ...definition, fields: [...(definition.fields ?? []), ...fields.values()] }
        : definition,
  );
  return { ...relaxed, definitions: [...relaxed.definitions, ...ghost] };
}

function implementing(interfaces: readonly string[]): string {
  return interfaces.length > 0 ? `implements ${interfaces.join(' & ')}` : '';
}
