import { Kind, type DirectiveNode } from 'graphql';
import { readProperty } from '../data/property.ts';

/** Whether a selection is in the response: source code over `V`, the coerced variables. */
export type Condition = string;

export const ALWAYS: Condition = 'true';
export const NEVER: Condition = 'false';

/** What `@skip` and `@include` say. */
export function conditionOf(directives: readonly DirectiveNode[] | undefined): Condition {
  let condition = ALWAYS;
  for (const directive of directives ?? []) {
    if (directive.name.value === 'include') condition = and(condition, argumentOf(directive));
    if (directive.name.value === 'skip') condition = and(condition, not(argumentOf(directive)));
  }
  return condition;
}

export function and(a: Condition, b: Condition): Condition {
  if (a === NEVER || b === NEVER) return NEVER;
  if (a === ALWAYS || a === b) return b;
  return b === ALWAYS ? a : `(${a})&&(${b})`;
}

export function or(a: Condition, b: Condition): Condition {
  if (a === ALWAYS || b === ALWAYS) return ALWAYS;
  if (a === NEVER || a === b) return b;
  return b === NEVER ? a : `(${a})||(${b})`;
}

export function not(a: Condition): Condition {
  if (a === ALWAYS) return NEVER;
  return a === NEVER ? ALWAYS : `!(${a})`;
}

function argumentOf(directive: DirectiveNode): Condition {
  const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return readProperty('V', value.name.value);
  return value?.kind === Kind.BOOLEAN && value.value ? ALWAYS : NEVER;
}
