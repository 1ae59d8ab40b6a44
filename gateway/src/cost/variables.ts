import type { Variables } from '@agora/executor';
import { Kind, type OperationDefinitionNode, type ValueNode, valueFromASTUntyped } from 'graphql';

/** Reads a value of the operation as the client gave it: a literal, a variable, or the variable's default. */
export type ReadValue = (value: ValueNode, variables: Variables) => unknown;

export function createReadValue({ variableDefinitions = [] }: OperationDefinitionNode): ReadValue {
  const defaults = new Map(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
    ),
  );
  return (value, variables) => {
    if (value.kind !== Kind.VARIABLE) return valueFromASTUntyped(value);
    const { value: name } = value.name;
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return given === undefined ? defaults.get(name) : given;
  };
}
