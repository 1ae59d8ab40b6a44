import type { GraphQLSchema } from 'graphql';
import { once } from '../once.ts';
import type { PlannedOperation } from '../plan/planned.ts';
import { explainer } from './explain.ts';
import { generateResponse } from './functions.ts';
import { asksForIntrospection } from './introspection.ts';
import type { ResponseWriter } from './response.ts';
import { Selections } from './selections.ts';
import { textNotation } from './text.ts';
import { valueNotation } from './value.ts';

/**
 * The response of an operation: the data tree as the client asked for it (aliases, fragments, `@skip` and `@include`,
 * order), checked against the API schema. Code is generated when it is first needed: who only ever writes text has no other.
 */
export function compileResponse(schema: GraphQLSchema, planned: PlannedOperation): ResponseWriter {
  const selections = new Selections(schema, planned);
  const text = once(() => generateResponse<string>(selections, textNotation(false)));
  const escapeFreeText = once(() => generateResponse<string>(selections, textNotation(true)));
  const value = once(() => generateResponse<Record<string, unknown>>(selections, valueNotation));
  const explain = once(() => explainer(selections));
  // The descriptions in a schema come from elsewhere than the data.
  const introspects = asksForIntrospection(planned);

  return {
    toText(data, variables, shared, escapeFree = false, max = Infinity) {
      const write = escapeFree && !introspects ? escapeFreeText() : text();
      const { made, invalid } = write(data, variables, shared, max);
      return { text: made ?? 'null', invalid };
    },
    toValue(data, variables, max = Infinity) {
      const { made, invalid } = value()(data, variables, null, max);
      return { value: made ?? null, invalid };
    },
    explain: (data, variables) => explain()(data, variables),
  };
}
