import { Kind, type DocumentNode } from 'graphql';
import { textArgument } from './join-directives.ts';

/** The labels of `@override(label:)` in a supergraph. */
export function overrideLabels(supergraph: DocumentNode): string[] {
  const found = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const directive of (definition.fields ?? []).flatMap(({ directives }) => directives ?? [])) {
      const label = directive.name.value === 'join__field' ? textArgument(directive, 'overrideLabel') : undefined;
      if (label !== undefined) found.add(label);
    }
  }
  return [...found].sort();
}

/** Those that hold for one request: `percent(5)` for five of a hundred. Other labels are somebody's to decide who is not here; they hold for none. */
export function drawnLabels(labels: readonly string[]): string[] {
  return labels.filter((label) => {
    const percent = /^percent\(([\d.]+)\)$/.exec(label)?.[1];
    return percent !== undefined && Math.random() * 100 < Number(percent);
  });
}
