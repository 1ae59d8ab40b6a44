import { isInterfaceType, isObjectType, type Supergraph } from '@apollo/federation-internals';

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

export function readWeights({ schema }: Supergraph): Weights {
  const fields = new Map<string, number>();
  const types = new Map<string, number>();
  const sizes = new Map<string, number>();
  const entities = new Set<string>();
  for (const type of schema.types()) {
    note(types, type.name, numberIn(type.appliedDirectivesOf('cost'), 'weight'));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    if (type.appliedDirectivesOf('join__type').some((joined) => 'key' in joined.arguments())) entities.add(type.name);
    for (const field of type.fields()) {
      note(fields, field.coordinate, numberIn(field.appliedDirectivesOf('cost'), 'weight'));
      note(sizes, field.coordinate, numberIn(field.appliedDirectivesOf('listSize'), 'assumedSize'));
    }
  }
  return { fields, types, sizes, entities };
}

function numberIn([directive]: readonly Applied[], argument: string): number | undefined {
  const value = directive?.arguments()[argument];
  return typeof value === 'number' ? value : undefined;
}

interface Applied {
  arguments(): Readonly<Record<string, unknown>>;
}

function note(numbers: Map<string, number>, coordinate: string, value: number | undefined): void {
  if (value !== undefined) numbers.set(coordinate, value);
}
