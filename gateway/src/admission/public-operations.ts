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
import { argumentsOf, hasFields, type SupergraphSource } from '../supergraph.ts';

/** Whether everybody is answered alike, so that a bad token is no reason to refuse the operation. */
export type IsPublic = (operation: CheckedOperation) => boolean;

/** For a graph without tokens. */
export const everythingIsPublic: IsPublic = () => true;

/**
 * An operation is public when its root fields have `@public` or are introspection, and nothing below them has `@auth`. What is below
 * a mutation is not looked at: it belongs to whom the mutation signs in.
 */
export function createIsPublic({ schema }: { readonly schema: GraphQLSchema }, supergraph: SupergraphSource): IsPublic {
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
function coordinatesWith({ types }: SupergraphSource, directive: string): ReadonlySet<string> {
  const coordinates = new Set<string>();
  for (const [name, type] of types) {
    if (argumentsOf(type.directives, directive).length > 0) coordinates.add(name);
    if (!hasFields(type)) continue;
    for (const field of type.fields ?? []) {
      if (argumentsOf(field.directives, directive).length > 0) coordinates.add(`${name}.${field.name.value}`);
    }
  }
  return coordinates;
}
