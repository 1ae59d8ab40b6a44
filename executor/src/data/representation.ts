import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { evaluate } from '../generated.ts';
import type { InputSelection } from '../plan/nodes.ts';
import { carefulRepresentation } from './careful-representation.ts';
import { OWN_PROPERTY, readProperty } from './property.ts';
import { sentTypename } from './rewrites.ts';
import { satisfies, satisfying } from './satisfies.ts';
import type { DataObject } from './tree.ts';

export interface Representation {
  /** An object as JSON text for `_entities`; null where it is not to be sent. */
  represent(object: DataObject): string | null;
  /** The same for an object that has all inputs and is sent as what it is; null for any other. */
  identify(object: DataObject): string | null;
}

/**
 * Compiles what a fetch sends of an object. The runtime type is known from `__typename`, so the generated code has a case for
 * each type in which the fragments that apply are merged already. It is for the usual case that every input is there; where
 * one is missing, `carefulRepresentation` takes over. `schema` is the full supergraph's: `@requires` may name what is
 * `@inaccessible`, and `__typename` may be an interface.
 */
export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly InputSelection[],
  rewrites: readonly FetchDataRewrite[],
): Representation {
  const careful = carefulRepresentation(schema, requires, rewrites);
  const topTypes = typesIn(schema, requires);
  if (topTypes.some((name) => sentTypename(schema, rewrites, name) === null)) return { represent: writable(careful), identify: () => null };

  const functions: string[] = [];
  /** Adds a function that writes an object; a case for each type whose text differs from that of an unknown one. */
  const writer = (types: readonly string[], bodyOf: (typeName: string | null) => string): string => {
    const name = `w${functions.push('') - 1}`;
    const other = bodyOf(null);
    const cases = new Map<string, string[]>();
    for (const typeName of types) {
      const body = bodyOf(typeName);
      if (body !== other) cases.set(body, [...(cases.get(body) ?? []), typeName]);
    }
    const labelled = [...cases].map(([body, of]) => `${of.map((typeName) => `case ${JSON.stringify(typeName)}:`).join('')}{${body}}`);
    functions[Number(name.slice(1))] =
      `function ${name}(o){${labelled.length > 0 ? `switch(o.__typename){${labelled.join('')}}` : ''}${other}}`;
    return name;
  };
  const nested = new Map<readonly InputSelection[], string>();
  const nestedWriter = (selections: readonly InputSelection[]): string => {
    const known =
      nested.get(selections) ?? writer(typesIn(schema, selections), (typeName) => textOf(fieldsOf(schema, selections, typeName)));
    nested.set(selections, known);
    return known;
  };
  const textOf = (fields: readonly Input[], sent?: string): string => {
    const parts = fields.map(({ key, sentAs, below }, index) => {
      const prefix = JSON.stringify(`${index > 0 ? ',' : '{'}${JSON.stringify(sentAs)}:`);
      if (sent !== undefined && key === '__typename') return `${prefix}+${JSON.stringify(JSON.stringify(sent))}`;
      const value = readProperty('o', key);
      return `${prefix}+${below ? `inside(${nestedWriter(below)},${value})` : `leaf(${value})`}`;
    });
    return parts.length > 0 ? `return ${parts.join('+')}+'}';` : "return '{}';";
  };
  const main = writer(topTypes, (typeName) => {
    const fields = typeName === null ? [] : fieldsOf(schema, requires, typeName);
    if (typeName === null || !fields.some(({ key }) => key === '__typename')) return 'return null;';
    return textOf(fields, sentTypename(schema, rewrites, typeName) ?? typeName);
  });
  const complete = evaluate<(object: DataObject) => string | null | undefined>(`${OWN_PROPERTY}${MISSING_INPUTS}${functions.join('\n')}
return function(o){missing=false;const text=${main}(o);return missing?undefined:text}`);

  return {
    represent: writable((object) => {
      const text = complete(object);
      return text === undefined ? careful(object) : text;
    }),
    identify: rewrites.length > 0 ? () => null : writable((object) => complete(object) ?? null),
  };
}

/** What is nested deeper than the stack is not to be sent. */
function writable(represent: (object: DataObject) => string | null): (object: DataObject) => string | null {
  return (object) => {
    try {
      return represent(object);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
}

/** A missing input is noted, not thrown: the caller then asks the careful version. */
const MISSING_INPUTS = `let missing=false;
function leaf(v){if(v===undefined){missing=true;return''}return JSON.stringify(v)}
function inside(write,v){if(v===null)return'null';if(v===undefined){missing=true;return''}if(!Array.isArray(v))return write(v);let r='[';for(let i=0;i<v.length;i++)r+=(i?',':'')+inside(write,v[i]);return r+']'}
`;

/** The types for which fragments make a difference. */
function typesIn(schema: GraphQLSchema, selections: readonly InputSelection[], found = new Set<string>()): string[] {
  for (const selection of selections) {
    if (selection.kind === 'Field') continue;
    if (selection.typeCondition !== undefined) for (const name of satisfying(schema, selection.typeCondition)) found.add(name);
    typesIn(schema, selection.selections, found);
  }
  return [...found];
}

interface Input {
  readonly key: string;
  readonly sentAs: string;
  readonly below: readonly InputSelection[] | undefined;
}

/** The inputs that apply to an object of a type, repeated ones merged. */
function fieldsOf(schema: GraphQLSchema, selections: readonly InputSelection[], typeName: string | null): Input[] {
  const found = new Map<string, Input>();
  for (const selection of flattened(schema, selections, typeName)) {
    const before = found.get(selection.key);
    const below = selection.selections && [...(before?.below ?? []), ...selection.selections];
    found.set(selection.key, { key: selection.key, sentAs: before?.sentAs ?? selection.sentAs, below: below ?? before?.below });
  }
  return [...found.values()];
}

function flattened(schema: GraphQLSchema, selections: readonly InputSelection[], typeName: string | null) {
  return selections.flatMap((selection): Extract<InputSelection, { kind: 'Field' }>[] => {
    if (selection.kind === 'Field') return [selection];
    const { typeCondition } = selection;
    const applies = typeCondition === undefined || (typeName !== null && satisfies(schema, typeName, typeCondition));
    return applies ? flattened(schema, selection.selections, typeName) : [];
  });
}
