import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/**
 * How large an operation may be. What breaks a limit is refused as QUERY_TOO_COSTLY, but for the number of tokens, which
 * the parser counts: that is a GRAPHQL_PARSE_FAILED.
 */
export const LIMITS = {
  /** Levels of fields; introspection is not counted, graphql-js limits it by a rule of its own. */
  depth: 15,
  /** Aliased fields, those of a fragment once for each place that spreads it. */
  aliases: 30,
  /** Fields in all, counted in the same way, so that nested fragments cannot multiply without end. */
  fields: 2_000,
  /** Tokens of the document. */
  tokens: 4_000,
} as const;

type Limit = 'depth' | 'aliases' | 'fields';
type Size = Readonly<Record<Limit, number>>;

/** Validation rule: refuses operations over `LIMITS`. The extensions hold what there is too much of, by its name, and the `limit`. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  const measure = createMeasure((name) => context.getFragment(name));
  return {
    OperationDefinition(operation) {
      const size = measure(operation);
      for (const limit of ['depth', 'aliases', 'fields'] as const) {
        if (size[limit] > LIMITS[limit]) context.reportError(tooCostly(operation, limit, size[limit]));
      }
    },
  };
}

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0 };

/** Measures each fragment once, however often it is spread. A fragment inside itself counts as nothing: another rule refuses it. */
function createMeasure(
  fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
): (operation: OperationDefinitionNode) => Size {
  const known = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const size = known.get(name);
    if (size) return size;
    known.set(name, NOTHING);
    const measured = ofSelections(fragmentOf(name)?.selectionSet);
    known.set(name, measured);
    return measured;
  };

  const ofSelections = (set: SelectionSetNode | undefined): Size => {
    let total = NOTHING;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) total = beside(total, ofFragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) total = beside(total, ofSelections(selection.selectionSet));
      else if (!isIntrospection(selection.name.value)) {
        const below = ofSelections(selection.selectionSet);
        total = beside(total, { depth: below.depth + 1, aliases: below.aliases + (selection.alias ? 1 : 0), fields: below.fields + 1 });
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
