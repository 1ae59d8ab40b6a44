import { Kind, parse, print, type DocumentNode, type FieldNode, type SelectionSetNode, type TypeNode } from 'graphql';
import { selectionOf } from './identity.ts';

/** A field with `@requires`, as a subgraph declares it. */
export interface Requirement {
  readonly type: string;
  readonly field: string;
  readonly inputs: SelectionSetNode;
  /** Some input is an object in a list of lists. */
  readonly throughNestedLists: boolean;
  /** Inputs with arguments: `price(currency: "USD")`. */
  readonly withArguments: readonly string[];
}

export function requirementsOf(typeDefs: Readonly<Record<string, string>>): Requirement[] {
  return Object.values(typeDefs).flatMap((sdl) => requirementsOfSubgraph(parse(sdl)));
}

function requirementsOfSubgraph(document: DocumentNode): Requirement[] {
  const types = fieldTypesOf(document);
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    return (definition.fields ?? []).flatMap((field) => {
      const fieldSet = field.directives?.find(({ name }) => name.value === 'requires')?.arguments?.[0]?.value;
      if (fieldSet?.kind !== Kind.STRING) return [];
      const inputs = selectionOf(fieldSet.value);
      const uses = [...inputsOf(types, definition.name.value, inputs)];
      return {
        type: definition.name.value,
        field: field.name.value,
        inputs,
        throughNestedLists: uses.some(({ node, type }) => node.selectionSet && isNestedList(type)),
        withArguments: uses.flatMap(({ node }) => ((node.arguments ?? []).length > 0 ? [print({ ...node, selectionSet: undefined })] : [])),
      };
    });
  });
}

function fieldTypesOf(document: DocumentNode): Map<string, Map<string, TypeNode>> {
  const types = new Map<string, Map<string, TypeNode>>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    types.set(definition.name.value, new Map((definition.fields ?? []).map((field) => [field.name.value, field.type])));
  }
  return types;
}

function* inputsOf(types: ReadonlyMap<string, ReadonlyMap<string, TypeNode>>, typeName: string, { selections }: SelectionSetNode): Generator<{ node: FieldNode; type: TypeNode }> {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) yield* inputsOf(types, selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
    if (selection.kind !== Kind.FIELD) continue;
    const type = types.get(typeName)?.get(selection.name.value);
    if (!type) continue;
    yield { node: selection, type };
    if (selection.selectionSet) yield* inputsOf(types, namedType(type), selection.selectionSet);
  }
}

function isNestedList(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isNestedList(type.type);
  return type.kind === Kind.LIST_TYPE && JSON.stringify(type.type).includes(`"${Kind.LIST_TYPE}"`);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
