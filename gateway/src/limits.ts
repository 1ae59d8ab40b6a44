import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * How large an operation may be. What breaks a limit is refused as QUERY_TOO_COSTLY, but for the number of tokens, which
 * the parser counts: that is a GRAPHQL_PARSE_FAILED.
 */
export const LIMITS = {
  /** Levels of fields; those of an introspection are not counted, graphql-js limits them by a rule of its own. */
  depth: 15,
  /** Aliased fields, those of a fragment once for each place that spreads it. */
  aliases: 30,
  /** Fields in all, counted in the same way, so that nested fragments cannot multiply without end. */
  fields: 500,
  /** Tokens of the document. */
  tokens: 2_000,
} as const;

type Limit = 'depth' | 'aliases' | 'fields';
type Size = Readonly<Record<Limit, number>>;

/**
 * What operations of a document have too much of. The extensions hold it by its name, and the `limit`. It is looked at before
 * the document is validated, which takes a time that grows with the square of its fields.
 */
export function limitProblems({ definitions }: DocumentNode): readonly GraphQLError[] {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const measure = createMeasure(new Map(fragments.map((fragment) => [fragment.name.value, fragment])));
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const size = measure(definition);
    const broken = (['depth', 'aliases', 'fields'] as const).filter((limit) => size[limit] > LIMITS[limit]);
    return broken.map((limit) => tooCostly(definition, limit, size[limit]));
  });
}

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0 };

/** Measures each fragment once, however often it is spread. A fragment inside itself counts as nothing: another rule refuses it. */
function createMeasure(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (operation: OperationDefinitionNode) => Size {
  const known = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const size = known.get(name);
    if (size) return size;
    known.set(name, NOTHING);
    const measured = ofSelections(fragments.get(name)?.selectionSet);
    known.set(name, measured);
    return measured;
  };

  const ofSelections = (set: SelectionSetNode | undefined): Size => {
    let total = NOTHING;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) total = beside(total, ofFragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) total = beside(total, ofSelections(selection.selectionSet));
      else {
        const { depth, aliases, fields } = ofSelections(selection.selectionSet);
        const levels = isIntrospection(selection.name.value) ? 0 : depth + 1;
        total = beside(total, { depth: levels, aliases: aliases + (selection.alias ? 1 : 0), fields: fields + 1 });
      }
    }
    return total;
  };

  return (operation) => ofSelections(operation.selectionSet);
}

function beside(a: Size, b: Size): Size {
  return { depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases, fields: a.fields + b.fields };
}

function isIntrospection(field: string): boolean {
  return field === '__schema' || field === '__type';
}

const WORDS: Readonly<Record<Limit, string>> = { depth: 'levels deep', aliases: 'aliases', fields: 'fields' };

function tooCostly(operation: OperationDefinitionNode, limit: Limit, size: number): GraphQLError {
  return new GraphQLError(`An operation may have at most ${LIMITS[limit]} ${WORDS[limit]}.`, {
    nodes: operation,
    extensions: { [limit]: size, limit: LIMITS[limit] },
  });
}
