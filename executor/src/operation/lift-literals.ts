import {
  getNullableType,
  isIntrospectionType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { exactNumber, type RawNumber } from '../data/exact-json.ts';
import { ownDocument } from './own-document.ts';

export interface LiftedOperation {
  /** The operation with its fragments. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Variables of `operation` beside the client's, and before what a client may send under these names. */
  readonly values: Readonly<Record<string, LiftedValue>>;
}

export type LiftedValue = string | number | boolean | RawNumber;

/**
 * Makes variables of scalars that are given inline, so that `product(id: "1")` and `product(id: "2")` share one plan. Only
 * literals that are the whole value of an argument of a built-in scalar type are taken: what a custom scalar makes of a
 * literal and of a variable may differ. Those of directives decide about the plan, and those of a subscription's root field
 * about the stream, so they stay. `document` must be valid.
 */
export function liftLiterals(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): LiftedOperation {
  const own = ownDocument(document, operation);
  const variables = new LiftedVariables(operation);
  const types = new TypeInfo(schema);
  const lift = (argument: ArgumentNode): ArgumentNode | undefined => {
    const parent = types.getParentType();
    const type = types.getArgument()?.type;
    if (!parent || !type || isIntrospectionType(parent) || types.getFieldDef()?.name.startsWith('__')) return undefined;
    if (parent === schema.getSubscriptionType()) return undefined;
    const value = liftedValue(argument.value, type);
    return value && { ...argument, value: variables.variableFor(value.type, value.value) };
  };
  const lifted = visit(own, visitWithTypeInfo(types, { Directive: () => false, Argument: { leave: lift } }));

  const definitions = lifted.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? variables.definedIn(definition) : definition,
  );
  const [only = operation] = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return { document: { ...lifted, definitions }, operation: only, values: variables.values };
}

class LiftedVariables {
  readonly values: Record<string, LiftedValue> = {};
  readonly #prefix: string;
  readonly #names = new Map<string, string>();
  readonly #definitions: VariableDefinitionNode[] = [];

  constructor({ variableDefinitions = [] }: OperationDefinitionNode) {
    const taken = variableDefinitions.map(({ variable }) => variable.name.value);
    let prefix = 'executor_value_';
    for (let n = 1; taken.some((name) => name.startsWith(prefix)); n++) prefix = `executor_value${n}_`;
    this.#prefix = prefix;
  }

  variableFor(type: string, value: LiftedValue): ValueNode {
    const id = `${type} ${JSON.stringify(value)}`;
    const name = this.#names.get(id) ?? `${this.#prefix}${this.#names.size}`;
    if (!this.#names.has(id)) {
      this.#names.set(id, name);
      this.values[name] = value;
      this.#definitions.push({
        kind: Kind.VARIABLE_DEFINITION,
        variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
        type: { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } } },
      });
    }
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
  }

  definedIn(operation: OperationDefinitionNode): OperationDefinitionNode {
    if (this.#definitions.length === 0) return operation;
    return { ...operation, variableDefinitions: [...(operation.variableDefinitions ?? []), ...this.#definitions] };
  }
}

function liftedValue(literal: ValueNode, argument: GraphQLInputType): { readonly type: string; readonly value: LiftedValue } | undefined {
  const type = getNullableType(argument);
  if (!isScalarType(type) || !isSpecifiedScalarType(type)) return undefined;
  if (literal.kind !== Kind.STRING && literal.kind !== Kind.INT && literal.kind !== Kind.FLOAT && literal.kind !== Kind.BOOLEAN)
    return undefined;
  const isNumber = type.name === 'Int' || type.name === 'Float';
  return { type: type.name, value: isNumber ? exactNumber(String(literal.value)) : literal.value };
}
