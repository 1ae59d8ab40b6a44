import { BREAK, type DocumentNode, type FieldNode, Kind, TypeNameMetaFieldDef, visit } from 'graphql';

/**
 * The same operation without `__schema` and `__type`, which nobody is asked for. The planner has its own copy of their types, and
 * it is older: it knows no `isOneOf`. A harmless field stands in for them, because no selection may be empty.
 */
export function withoutIntrospection(document: DocumentNode): DocumentNode {
  const outside = document.definitions.filter(
    (definition) => definition.kind !== Kind.FRAGMENT_DEFINITION || !definition.typeCondition.name.value.startsWith('__'),
  );
  return visit(
    { ...document, definitions: outside },
    { Field: ({ name }) => (name.value === '__schema' || name.value === '__type' ? STAND_IN : undefined) },
  );
}

const STAND_IN: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: TypeNameMetaFieldDef.name } };

/** Whether nothing is asked for but the name of the root type, which no subgraph has to tell. The planner asks one where it is in a fragment. */
export function asksForNoData(document: DocumentNode): boolean {
  let asksForData = false;
  visit(document, {
    Field({ name }) {
      asksForData = name.value !== TypeNameMetaFieldDef.name;
      return asksForData ? BREAK : undefined;
    },
  });
  return !asksForData;
}
