import { Kind, type ConstDirectiveNode, type DefinitionNode } from 'graphql';
import { argumentOf } from './join-directives.ts';

/**
 * A type of the supergraph with its resolvable keys before the others.
 *
 * To come back to a subgraph for a `@requires`, the planner takes the type's first key, even one with `resolvable: false`
 * (`getLocallySatisfiableKey` of @apollo/query-graphs 2.14.4). Seen by the audit's keys-mashup.
 */
export function resolvableKeysFirst(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return definition;
  const directives = definition.directives ?? [];
  if (!directives.some(isUnresolvableKey)) return definition;
  return {
    ...definition,
    directives: [...directives.filter((directive) => !isUnresolvableKey(directive)), ...directives.filter(isUnresolvableKey)],
  };
}

function isUnresolvableKey(directive: ConstDirectiveNode): boolean {
  if (directive.name.value !== 'join__type') return false;
  const resolvable = argumentOf(directive, 'resolvable');
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}
