import {
  type ArgumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
  type VariableDefinitionNode,
  visit,
} from 'graphql';

/** An operation that can be taken up again behind any of its events. */
export interface ResumableOperation {
  /** Selects the cursor of each event, besides what was asked for. */
  readonly query: string;
  /** The same, with a variable of ours in place of what was given as `after`. */
  readonly resumeQuery: string;
  /** Where the client itself wants to begin; null is from now on. */
  after(variables: Readonly<Record<string, unknown>>): string | null;
  /** The cursor of an event. */
  cursorOf(data: Readonly<Record<string, unknown>> | null | undefined): string | null;
  resumeVariables(variables: Readonly<Record<string, unknown>>, cursor: string): Record<string, unknown>;
}

/** `query` is the planner's operation for the subgraph that owns the root field, which takes `after` and whose events have a `cursor`. */
export function resumable(query: string): ResumableOperation | null {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const root = operation && rootField(operation.selectionSet);
  if (!operation || !root?.selectionSet) return null;

  const alias = unusedName(query, 'agora_cursor');
  const variable = unusedName(query, 'agora_after');
  const withCursor: FieldNode = { ...root, selectionSet: selecting(root.selectionSet, alias) };
  const given = root.arguments?.find(({ name }) => name.value === 'after')?.value;
  const resumed: OperationDefinitionNode = withoutUnusedVariables({
    ...replaced(operation, root, withAfter(withCursor, variable)),
    variableDefinitions: [...(operation.variableDefinitions ?? []), textVariable(variable)],
  });
  const kept = new Set(resumed.variableDefinitions?.map(({ variable }) => variable.name.value));
  const rootKey = root.alias?.value ?? root.name.value;
  const printed = (changed: OperationDefinitionNode) =>
    print({ ...document, definitions: document.definitions.map((definition) => (definition === operation ? changed : definition)) });

  return {
    query: printed(replaced(operation, root, withCursor)),
    resumeQuery: printed(resumed),
    after(variables) {
      const value = given && valueFromASTUntyped(given, { ...defaultsOf(operation), ...variables });
      return typeof value === 'string' ? value : null;
    },
    cursorOf(data) {
      const event = data?.[rootKey];
      const cursor = typeof event === 'object' && event !== null ? Object.entries(event).find(([key]) => key === alias)?.[1] : undefined;
      return typeof cursor === 'string' ? cursor : null;
    },
    resumeVariables: (variables, cursor) => ({
      ...Object.fromEntries(Object.entries(variables).filter(([name]) => kept.has(name))),
      [variable]: cursor,
    }),
  };
}

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;

function textVariable(variable: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: name(variable) },
    type: { kind: Kind.NAMED_TYPE, name: name('String') },
  };
}

function rootField({ selections }: SelectionSetNode): FieldNode | undefined {
  for (const selection of selections) {
    const field =
      selection.kind === Kind.FIELD ? selection : selection.kind === Kind.INLINE_FRAGMENT ? rootField(selection.selectionSet) : undefined;
    if (field) return field;
  }
  return undefined;
}

/** A name that the client does not use anywhere. */
function unusedName(query: string, wanted: string): string {
  let unused = wanted;
  while (query.includes(unused)) unused += '_';
  return unused;
}

function selecting(set: SelectionSetNode, alias: string): SelectionSetNode {
  const cursor: SelectionNode = { kind: Kind.FIELD, alias: name(alias), name: name('cursor') };
  return { ...set, selections: [...set.selections, cursor] };
}

function withAfter(field: FieldNode, variable: string): FieldNode {
  const after: ArgumentNode = { kind: Kind.ARGUMENT, name: name('after'), value: { kind: Kind.VARIABLE, name: name(variable) } };
  return { ...field, arguments: [...(field.arguments ?? []).filter((argument) => argument.name.value !== 'after'), after] };
}

function replaced(operation: OperationDefinitionNode, field: FieldNode, by: FieldNode): OperationDefinitionNode {
  return visit(operation, { Field: (node) => (node === field ? by : undefined) });
}

function withoutUnusedVariables(operation: OperationDefinitionNode): OperationDefinitionNode {
  const used = new Set<string>();
  visit(operation.selectionSet, { Variable: (node) => void used.add(node.name.value) });
  return { ...operation, variableDefinitions: operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) };
}

function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}
