import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type NameNode,
  type SelectionSetNode,
  visit,
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
  /** Fields that repeat a key of their selection set: the selections of all of them have to be compared with each other. */
  repeats: 100,
  /** Tokens of the document. */
  tokens: 2_000,
  /** Characters of a name: it stands in the path of every error and at every object of a list. */
  nameLength: 256,
} as const;

const MEASURES = ['depth', 'aliases', 'fields', 'repeats'] as const;
type Measure = (typeof MEASURES)[number];
type Size = Readonly<Record<Measure, number>>;

/**
 * What operations of a document have too much of; the extensions hold it by its name, and the `limit`. It is measured before the
 * document is validated, because validation takes time that grows with the square of its fields.
 */
export function limitProblems(document: DocumentNode): readonly GraphQLError[] {
  const tooLong = longName(document);
  if (tooLong) return [nameTooLong(tooLong)];
  const { definitions } = document;
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const measure = createMeasure(new Map(fragments.map((fragment) => [fragment.name.value, fragment])));
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const size = measure(definition);
    const broken = MEASURES.filter((measured) => size[measured] > LIMITS[measured]);
    return broken.map((measured) => tooLarge(definition, measured, size[measured]));
  });
}

function longName(document: DocumentNode): NameNode | undefined {
  let found: NameNode | undefined;
  visit(document, {
    Name(name) {
      if (name.value.length > LIMITS.nameLength) found = name;
    },
  });
  return found;
}

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0, repeats: 0 };

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

  /** `keys` are those of the selection set so far. */
  const ofSelections = (set: SelectionSetNode | undefined, keys = new Set<string>()): Size => {
    let total = NOTHING;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) total = beside(total, ofFragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) total = beside(total, ofSelections(selection.selectionSet, keys));
      else {
        const { depth, aliases, fields, repeats } = ofSelections(selection.selectionSet);
        const key = (selection.alias ?? selection.name).value;
        total = beside(total, {
          depth: isIntrospection(selection.name.value) ? 0 : depth + 1,
          aliases: aliases + (selection.alias ? 1 : 0),
          fields: fields + 1,
          repeats: repeats + (keys.has(key) ? 1 : 0),
        });
        keys.add(key);
      }
    }
    return total;
  };

  return (operation) => ofSelections(operation.selectionSet);
}

function beside(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    repeats: a.repeats + b.repeats,
  };
}

function isIntrospection(field: string): boolean {
  return field === '__schema' || field === '__type';
}

const WORDS: Readonly<Record<Measure, string>> = {
  depth: 'levels deep',
  aliases: 'aliases',
  fields: 'fields',
  repeats: 'fields that repeat a key',
};

function tooLarge(operation: OperationDefinitionNode, measured: Measure, size: number): GraphQLError {
  return new GraphQLError(`An operation may have at most ${LIMITS[measured]} ${WORDS[measured]}.`, {
    nodes: operation,
    extensions: { [measured]: size, limit: LIMITS[measured] },
  });
}

function nameTooLong(name: NameNode): GraphQLError {
  return new GraphQLError(`A name may have at most ${LIMITS.nameLength} characters.`, {
    nodes: name,
    extensions: { nameLength: name.value.length, limit: LIMITS.nameLength },
  });
}
