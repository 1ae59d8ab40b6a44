import { coerceVariables, type ExecutionAnswer } from '@agora/executor';
import { type Actor, type Role, ROLES } from '@agora/platform/security/actor';
import { type FieldNode, type GraphQLFormattedError, type GraphQLSchema, isNonNullType, Kind, type OperationDefinitionNode } from 'graphql';
import { argumentsOf, type SupergraphSource } from '../supergraph.ts';
import type { Asked } from './admit.ts';

/**
 * The answer to an operation whose root fields are all forbidden to whoever asks: the same that its subgraph would give, without
 * asking it. Null for every other operation, which the subgraphs decide.
 */
export type Barred = (asked: Pick<Asked, 'context' | 'operation' | 'variables'>) => ExecutionAnswer | null;

/** For a graph without `@auth`. */
export const nothingBarred: Barred = () => null;

interface BarredField {
  readonly key: string;
  /** Any one of them is enough. */
  readonly roles: readonly Role[];
  readonly subgraph: string;
}

export function createBarred({ schema }: { readonly schema: GraphQLSchema }, supergraph: SupergraphSource): Barred {
  const known = new WeakMap<OperationDefinitionNode, readonly BarredField[] | null>();
  return ({ context, operation, variables }) => {
    const { actor } = context.identity;
    let fields = known.get(operation);
    if (fields === undefined) known.set(operation, (fields = barredFieldsOf(operation, schema, supergraph)));
    if (fields === null || fields.some(({ roles }) => mayAsk(actor, roles))) return null;
    // Bad variables are reported before missing rights.
    if (coerceVariables(schema, operation, variables).errors) return null;
    const data = Object.fromEntries(fields.map(({ key }) => [key, null]));
    return { data, errors: fields.map((field) => refusal(field, actor)) };
  };
}

/** Null where not all root fields have `@auth`, or where it is not certain which subgraph refuses them, and in which order. */
function barredFieldsOf(
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  supergraph: SupergraphSource,
): readonly BarredField[] | null {
  const fields = new Map<string, BarredField>();
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || isConditional(selection)) return null;
    const field = barredField(operation, selection, schema, supergraph);
    if (!field) return null;
    fields.set(field.key, field);
  }
  const barred = [...fields.values()];
  return barred.every(({ subgraph }) => subgraph === barred[0]?.subgraph) ? barred : null;
}

function isConditional({ directives = [] }: FieldNode): boolean {
  return directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
}

function barredField(
  { operation }: OperationDefinitionNode,
  { name, alias }: FieldNode,
  schema: GraphQLSchema,
  supergraph: SupergraphSource,
): BarredField | null {
  const root = supergraph.rootType(operation);
  const field = root?.fields?.find((candidate) => candidate.name.value === name.value);
  const type = schema.getRootType(operation)?.getFields()[name.value]?.type;
  const owners = root && field ? supergraph.subgraphsOf(root, field) : [];
  const required = argumentsOf(field?.directives, 'auth')[0]?.['requires'];
  const [owner] = owners;
  if (!Array.isArray(required) || !owner || owners.length > 1 || (operation !== 'subscription' && isNonNullType(type))) return null;
  return { key: alias?.value ?? name.value, roles: ROLES.filter((role) => required.includes(role)), subgraph: owner };
}

function mayAsk(actor: Actor | null, roles: readonly Role[]): boolean {
  return actor !== null && roles.some((role) => actor.roles.includes(role));
}

function refusal({ key, roles, subgraph }: BarredField, actor: Actor | null): GraphQLFormattedError {
  const message = actor === null ? 'Sign in first.' : `This needs the role ${roles.join(' or ')}.`;
  const code = actor === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  return { message, path: [key], extensions: { code, serviceName: subgraph } };
}
