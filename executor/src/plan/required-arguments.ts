import { parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { RequiredInput } from '../supergraph/required-inputs.ts';

/** The operation of a fetch with `executor_input_0` turned back into `executor_input_0: price(currency: "USD")`. */
export function withRequiredArguments(operation: string, inputs: ReadonlyMap<string, RequiredInput>): string {
  if (![...inputs.keys()].some((name) => operation.includes(name))) return operation;
  const restored = visit(parse(operation, { noLocation: true }), {
    Field(field) {
      const input = inputs.get(field.name.value);
      if (!input) return undefined;
      return { ...field, alias: field.alias ?? field.name, name: { ...field.name, value: input.field }, arguments: input.arguments };
    },
  });
  return stripIgnoredCharacters(print(restored));
}
