import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { roundedNumbers } from './data/exact-json.ts';
import type { Variables } from './types.ts';

/** As many as graphql-js tells of when it executes. Of a list of wrong values each has an error, which is larger than the value. */
const MOST_ERRORS = 50;

const NO_VARIABLES = { coerced: {}, errors: undefined };

/**
 * The variables of an operation, as `parseExactly` reads them, with their defaults, as the schema reads them; or what is wrong with
 * them, as far as anybody reads on.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables | null | undefined,
): ReturnType<typeof getVariableValues> {
  if (variableDefinitions.length === 0) return NO_VARIABLES;
  const coerced = getVariableValues(schema, variableDefinitions, given ?? {}, { maxErrors: MOST_ERRORS });
  const rounded = coerced.errors && given ? roundedNumbers(given) : given;
  if (!rounded || rounded === given) return coerced;
  return getVariableValues(schema, variableDefinitions, rounded, { maxErrors: MOST_ERRORS });
}
