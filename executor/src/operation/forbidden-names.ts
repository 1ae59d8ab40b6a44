import { type ASTVisitor, GraphQLError, visit, type DocumentNode, type NameNode, type ValidationContext } from 'graphql';

/**
 * Refuses `__proto__`: response keys and variables become names of properties, and setting that one changes what an object
 * inherits. Other names that objects inherit (`constructor`) are merely read with care.
 */
export function refuseForbiddenNames(document: DocumentNode): void {
  visit(document, {
    Name(node) {
      if (isForbidden(node)) throw refusal(node);
    },
  });
}

/** The same as a validation rule, for servers that tell of every problem of a document together. */
export function forbiddenNamesRule(context: ValidationContext): ASTVisitor {
  return {
    Name(node) {
      if (isForbidden(node)) context.reportError(refusal(node));
    },
  };
}

function isForbidden({ value }: NameNode): boolean {
  return value === '__proto__';
}

function refusal(node: NameNode): GraphQLError {
  return new GraphQLError('The name "__proto__" is not allowed.', { nodes: node, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}
