import { GraphQLError, visit, type DocumentNode } from 'graphql';

/**
 * Refuses `__proto__`: response keys and variables become names of properties, and setting that one changes what an object
 * inherits. Other names that objects inherit (`constructor`) are merely read with care.
 */
export function refuseForbiddenNames(document: DocumentNode): void {
  visit(document, {
    Name(node) {
      if (node.value === '__proto__') throw new GraphQLError('The name "__proto__" is not allowed.', { nodes: node });
    },
  });
}
