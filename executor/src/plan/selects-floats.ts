import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { fragmentOf, type Fragments } from './fetch-document.ts';

/** Whether something is selected that may hold more than whole numbers: a Float, or a custom scalar, which may be anything. */
export function selectsFloats(
  schema: GraphQLSchema,
  type: GraphQLNamedType | null | undefined,
  { selections }: SelectionSetNode,
  fragments: Fragments,
): boolean {
  return selections.some((selection) => {
    if (selection.kind !== Kind.FIELD) {
      const { typeCondition, selectionSet } = fragmentOf(selection, fragments);
      const narrowed = typeCondition ? schema.getType(typeCondition.name.value) : type;
      return selectsFloats(schema, narrowed, selectionSet, fragments);
    }
    if (selection.name.value === '__typename') return false;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
    if (!field) return true;
    const named = getNamedType(field.type);
    if (selection.selectionSet) return selectsFloats(schema, named, selection.selectionSet, fragments);
    return isScalarType(named) && (named.name === 'Float' || !isSpecifiedScalarType(named));
  });
}
