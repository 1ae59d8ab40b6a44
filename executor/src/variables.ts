import {
  getNamedType,
  GraphQLID,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { isRawNumber, roundedNumbers } from './data/exact-json.ts';
import { isObject } from './data/tree.ts';
import type { Variables } from './types.ts';

/** As many as graphql-js tells of when it executes. Of a list of wrong values each has an error, which is larger than the value. */
const MAX_ERRORS = 50;

export type CheckedVariables = ValidVariables | { readonly errors: readonly GraphQLError[] };

export interface ValidVariables {
  readonly errors?: undefined;
  /** With their defaults, as the schema reads them. */
  readonly coerced: Readonly<Record<string, unknown>>;
  /** What subgraphs are sent: what the client sent, ids as text where a reader of JSON could lose digits of them. */
  readonly sent: Variables;
}

/** The variables of an operation, as `parseExactly` reads them; or what is wrong with them, as far as anybody reads on. */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables | null | undefined,
): CheckedVariables {
  const sent = given ?? {};
  if (variableDefinitions.length === 0) return { coerced: {}, sent };
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, sent, { maxErrors: MAX_ERRORS });
  if (coerced) return { coerced, sent };
  const rounded = roundedNumbers(sent);
  if (rounded === sent) return { errors };
  const second = getVariableValues(schema, variableDefinitions, rounded, { maxErrors: MAX_ERRORS });
  return second.coerced ? { coerced: second.coerced, sent: withIdsAsText(schema, variableDefinitions, sent) } : second;
}

function withIdsAsText(
  schema: GraphQLSchema,
  definitions: OperationDefinitionNode['variableDefinitions'],
  variables: Variables,
): Variables {
  const changed = (definitions ?? []).flatMap(({ variable, type: node }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    return isInputType(type) && Object.hasOwn(variables, name) ? [[name, idAsText(type, variables[name])]] : [];
  });
  return { ...variables, ...Object.fromEntries(changed) };
}

function idAsText(type: GraphQLInputType, value: unknown): unknown {
  if (isRawNumber(value)) return getNamedType(type) === GraphQLID ? value.rawJSON : value;
  if (isNonNullType(type)) return idAsText(type.ofType, value);
  if (isListType(type)) return Array.isArray(value) ? value.map((item) => idAsText(type.ofType, item)) : idAsText(type.ofType, value);
  if (!isInputObjectType(type) || !isObject(value)) return value;
  const fields = type.getFields();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fields[key] ? idAsText(fields[key].type, inner) : inner]));
}
