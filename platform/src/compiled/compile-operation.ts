import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getVariableValues,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { asksForSchema, conditionVariablesOf } from './inspect-document.ts';
import { Faults } from './faults.ts';
import { isPromise } from './is-promise.ts';
import type { Run, Selection } from './plan.ts';
import { runSelection } from './run-selection.ts';
import { createSelect } from './select.ts';

/** Does as graphql-js's `execute` does: the same data, the same errors in the same order, the same calls of resolvers. */
export type CompiledOperation = (args: OperationArgs) => ExecutionResult | Promise<ExecutionResult>;

export interface OperationArgs {
  readonly contextValue: unknown;
  readonly variableValues?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly rootValue?: unknown;
}

/** graphql-js tells of no more faults of the variables either. */
const MOST_COERCION_ERRORS = 50;

/** Each combination of their values is a plan of its own. */
const MOST_CONDITION_VARIABLES = 3;

/**
 * Settles once what graphql-js finds out for each request, and for each object of a list: which fields are selected, how
 * they are resolved and how their values are completed. The document must be valid. Null for what gains little and is
 * left to graphql-js: mutations, introspection, several operations in one document, and more than three variables in
 * `@skip` and `@include`.
 */
export function compileOperation(schema: GraphQLSchema, document: DocumentNode): CompiledOperation | null {
  const operation = onlyOperation(document);
  const rootType = operation && schema.getRootType(operation.operation);
  if (!rootType || operation.operation === OperationTypeNode.MUTATION || asksForSchema(document)) return null;
  const conditions = conditionVariablesOf(document);
  if (conditions.length > MOST_CONDITION_VARIABLES) return null;
  const fragments = fragmentsOf(document);
  const plans = new Map<string, Selection>();

  return (args) => {
    if (args.operationName !== undefined && args.operationName !== operation.name?.value) return execute({ schema, document, ...args });
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], args.variableValues ?? {}, {
      maxErrors: MOST_COERCION_ERRORS,
    });
    if (errors) return { errors };
    const settled = conditions.map((name) => coerced[name]);
    if (settled.some((value) => typeof value !== 'boolean')) return execute({ schema, document, ...args });
    const key = settled.join();
    let plan = plans.get(key);
    if (!plan) {
      const select = createSelect(schema, fragments, Object.fromEntries(conditions.map((name, at) => [name, settled[at]])));
      plan = select(rootType, [operation]);
      plans.set(key, plan);
    }
    const { rootValue, contextValue } = args;
    return answer({ schema, operation, fragments, variableValues: coerced, rootValue, contextValue, faults: new Faults() }, plan);
  };
}

function answer(run: Run, plan: Selection): ExecutionResult | Promise<ExecutionResult> {
  const { faults } = run;
  const succeed = (data: Record<string, unknown>): ExecutionResult =>
    faults.errors.length === 0 ? { data } : { errors: faults.errors, data };
  const fail = (error: GraphQLError): ExecutionResult => {
    faults.add(error, undefined);
    return { errors: faults.errors, data: null };
  };
  try {
    const data = runSelection(run, plan, run.rootValue, undefined);
    return isPromise(data) ? data.then(succeed, fail) : succeed(data);
  } catch (error) {
    return fail(error as GraphQLError);
  }
}

function onlyOperation({ definitions }: DocumentNode): OperationDefinitionNode | null {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return (operations.length === 1 && operations[0]) || null;
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}
