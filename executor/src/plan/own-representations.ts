import { type DocumentNode, type OperationDefinitionNode, parse, print, visit } from 'graphql';

/** What the planner calls the variable that holds the representations of an `_entities` fetch. */
const REPRESENTATIONS = 'representations';

/** Exchanges two names of variables: what the planner is given, and back in what it makes. */
export interface VariableNames {
  /** The variable of the representations in fetches that `ofFetch` has been through. */
  readonly representations: string;
  ofDocument(document: DocumentNode): DocumentNode;
  ofFetch(operation: string): string;
  of(variable: string): string;
}

const AS_THEY_ARE: VariableNames = {
  representations: REPRESENTATIONS,
  ofDocument: (document) => document,
  ofFetch: (operation) => operation,
  of: (variable) => variable,
};

/**
 * The planner of @apollo/query-planner 2.14.4 takes a client's `$representations` for its own: it drops the definition, and
 * what the client sends would be taken for representations. Such a client's variable gets another name while it is planned;
 * in the plan the client's has its own name again, and the planner's variable has the other one.
 */
export function ownRepresentations({ variableDefinitions = [] }: OperationDefinitionNode): VariableNames {
  const taken = variableDefinitions.map(({ variable }) => variable.name.value);
  if (!taken.includes(REPRESENTATIONS)) return AS_THEY_ARE;
  let other = `executor_${REPRESENTATIONS}`;
  while (taken.includes(other)) other += '_';

  const of = (variable: string) => (variable === REPRESENTATIONS ? other : variable === other ? REPRESENTATIONS : variable);
  const ofDocument = (document: DocumentNode): DocumentNode =>
    visit(document, { Variable: (node) => ({ ...node, name: { ...node.name, value: of(node.name.value) } }) });
  return { representations: other, of, ofDocument, ofFetch: (operation) => print(ofDocument(parse(operation, { noLocation: true }))) };
}
