import { isInterfaceType, isObjectType, type Supergraph } from '@apollo/federation-internals';
import {
  BREAK,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { CheckedOperation } from '../documents.ts';

/** Whether everybody is answered alike, so that a bad token is no reason to refuse the operation. */
export type IsPublic = (operation: CheckedOperation) => boolean;

/** For a graph without tokens. */
export const everythingIsPublic: IsPublic = () => true;

/**
 * An operation is public when its root fields have `@public` or are introspection, and nothing below them has `@auth`. What is below
 * a mutation is not looked at: it belongs to whom the mutation signs in.
 */
export function createIsPublic({ schema }: { readonly schema: GraphQLSchema }, supergraph: Supergraph): IsPublic {
  const marked = coordinatesWith(supergraph, 'public');
  const guarded = coordinatesWith(supergraph, 'auth');
  const known = new WeakMap<OperationDefinitionNode, boolean>();

  const isGuarded = (parent: GraphQLCompositeType, field: string): boolean =>
    (isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent]).some(
      (type) => guarded.has(type.name) || guarded.has(`${type.name}.${field}`),
    );

  const look = ({ document, operation }: CheckedOperation): boolean => {
    const root = schema.getRootType(operation.operation);
    const types = new TypeInfo(schema);
    let isPublic = true;
    const own = separateOperations(document)[operation.name?.value ?? ''] ?? document;
    visit(
      own,
      visitWithTypeInfo(types, {
        Field({ name: { value: name } }) {
          const parent = types.getParentType();
          if (!parent || name.startsWith('__') || parent.name.startsWith('__')) return undefined;
          if (parent === root) isPublic = marked.has(`${parent.name}.${name}`);
          else isPublic = operation.operation === 'mutation' || !isGuarded(parent, name);
          return isPublic ? undefined : BREAK;
        },
      }),
    );
    return isPublic;
  };

  return (checked) => {
    const isPublic = known.get(checked.operation) ?? look(checked);
    known.set(checked.operation, isPublic);
    return isPublic;
  };
}

/** As `Type` or `Type.field`. */
function coordinatesWith({ schema }: Supergraph, directive: string): ReadonlySet<string> {
  const coordinates = new Set<string>();
  for (const type of schema.types()) {
    if (type.hasAppliedDirective(directive)) coordinates.add(type.name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of type.fields()) if (field.hasAppliedDirective(directive)) coordinates.add(field.coordinate);
  }
  return coordinates;
}
