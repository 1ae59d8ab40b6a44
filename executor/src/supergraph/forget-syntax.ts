import type { Schema, Supergraph } from '@apollo/federation-internals';

/** What a supergraph was parsed from, tokens and all, takes a third of a planner's memory, and serves the errors of its validation alone. */
export function forgetSyntax(supergraph: Supergraph): void {
  for (const schema of [
    supergraph.schema,
    supergraph.apiSchema(),
    ...supergraph
      .subgraphs()
      .values()
      .map(({ schema }) => schema),
  ])
    forgetSyntaxOf(schema);
}

function forgetSyntaxOf(schema: Schema): void {
  for (const element of schema.allSchemaElement()) {
    element.sourceAST = undefined;
    for (const directive of element.appliedDirectives) directive.sourceAST = undefined;
  }
}
