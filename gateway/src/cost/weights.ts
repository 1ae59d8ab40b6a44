import type { ConstDirectiveNode } from 'graphql';
import { argumentsOf, hasFields, type SupergraphSource } from '../supergraph.ts';

/**
 * What the subgraphs say of costs by `@cost` and `@listSize` (https://ibm.github.io/graphql-specs/cost-spec.html), by `Type` or
 * `Type.field`; what they leave out has a default.
 */
export interface Weights {
  readonly fields: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, number>;
  /** How long lists can be. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Types whose objects are fetched by a key from the subgraph that owns them. */
  readonly entities: ReadonlySet<string>;
}

export function readWeights(supergraph: SupergraphSource): Weights {
  const fields = new Map<string, number>();
  const types = new Map<string, number>();
  const sizes = new Map<string, number>();
  const entities = new Set<string>();
  for (const [name, type] of supergraph.types) {
    note(types, name, numberIn(type.directives, 'cost', 'weight'));
    if (!hasFields(type)) continue;
    if (argumentsOf(type.directives, 'join__type').some((joined) => 'key' in joined)) entities.add(name);
    for (const field of type.fields ?? []) {
      const coordinate = `${name}.${field.name.value}`;
      note(fields, coordinate, numberIn(field.directives, 'cost', 'weight'));
      note(sizes, coordinate, numberIn(field.directives, 'listSize', 'assumedSize'));
    }
  }
  return { fields, types, sizes, entities };
}

function numberIn(directives: readonly ConstDirectiveNode[] | undefined, name: string, argument: string): number | undefined {
  const value = argumentsOf(directives, name)[0]?.[argument];
  return typeof value === 'number' ? value : undefined;
}

function note(numbers: Map<string, number>, coordinate: string, value: number | undefined): void {
  if (value !== undefined) numbers.set(coordinate, value);
}
