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
import { AnswerSize, AnswerTooLarge, noteSize } from './answer-size.ts';
import { asksForSchema, conditionVariablesOf } from './inspect-document.ts';
import { Faults } from './faults.ts';
import { isPromise } from './is-promise.ts';
import type { Run, Selection } from './plan.ts';
import { runOneByOne, runSelection } from './run-selection.ts';
import { createSelect } from './select.ts';

/**
 * Does as graphql-js's `execute` does: the same data, the same errors in the same order, the same calls of resolvers. An answer
 * that would be larger than it may be ends as an error without data.
 */
export type CompiledOperation = (args: OperationArgs) => ExecutionResult | Promise<ExecutionResult>;

export interface OperationArgs {
  readonly contextValue: unknown;
  readonly variableValues?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly rootValue?: unknown;
}

/** graphql-js tells of no more faults of the variables either. */
const MAX_COERCION_ERRORS = 50;

/** Each combination of their values is a plan of its own; those of more variables are not kept. */
const MAX_CONDITION_VARIABLES = 3;

/**
 * Settles once what graphql-js finds out for each request, and for each object of a list: which fields are selected, how
 * they are resolved and how their values are completed. The document must be valid. Introspection and several operations in
 * one document, which the gateway never sends, are left to graphql-js. `maxBytes`: how large an answer may be.
 */
export function compileOperation(schema: GraphQLSchema, document: DocumentNode, maxBytes = Infinity): CompiledOperation {
  const operation = onlyOperation(document);
  const rootType = operation && schema.getRootType(operation.operation);
  if (!rootType || asksForSchema(document)) return (args) => execute({ schema, document, ...args });
  const conditions = conditionVariablesOf(document);
  const fragments = fragmentsOf(document);
  const plans = new Map<string, Selection>();

  return (args) => {
    if (args.operationName !== undefined && args.operationName !== operation.name?.value) return execute({ schema, document, ...args });
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], args.variableValues ?? {}, {
      maxErrors: MAX_COERCION_ERRORS,
    });
    if (errors) return { errors };
    const settled = conditions.map((name) => coerced[name]);
    if (settled.some((value) => typeof value !== 'boolean')) return execute({ schema, document, ...args });
    const key = settled.join();
    let plan = plans.get(key);
    if (!plan) {
      const select = createSelect(schema, fragments, Object.fromEntries(conditions.map((name, at) => [name, settled[at]])));
      plan = select(rootType, [operation]);
      if (conditions.length <= MAX_CONDITION_VARIABLES) plans.set(key, plan);
    }
    const { rootValue, contextValue } = args;
    const size = new AnswerSize(maxBytes);
    return answer({ schema, operation, fragments, variableValues: coerced, rootValue, contextValue, faults: new Faults(), size }, plan);
  };
}

function answer(run: Run, plan: Selection): ExecutionResult | Promise<ExecutionResult> {
  const { faults, size, operation, rootValue } = run;
  const succeed = (data: Record<string, unknown>): ExecutionResult =>
    noteSize(faults.errors.length === 0 ? { data } : { errors: faults.errors, data }, size.counted);
  const fail = (error: GraphQLError): ExecutionResult => {
    if (error instanceof AnswerTooLarge) return { errors: [error], data: null };
    faults.add(error, undefined);
    return { errors: faults.errors, data: null };
  };
  try {
    const runRoot = operation.operation === OperationTypeNode.MUTATION ? runOneByOne : runSelection;
    const data = runRoot(run, plan, rootValue, undefined);
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
