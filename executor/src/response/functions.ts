import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLList,
  type GraphQLOutputType,
} from 'graphql';
import { isShallow } from '../data/depth.ts';
import { OWN_PROPERTY } from '../data/property.ts';
import { AnswerTooLarge } from './answer-too-large.ts';
import { leafForms, OBJECT_NAME, type LeafForm } from './leaves.ts';
import { oneCondition, type Place, type SelectedField, type SelectedNode, type Selections } from './selections.ts';

/** How the value of a field or of a list's item is made, for whoever writes the code of the object or list around it. */
export type Value =
  | { readonly kind: 'typename'; readonly name: string }
  | { readonly kind: 'leaf'; readonly forms: readonly LeafForm[]; readonly nonNull: boolean }
  | { readonly kind: 'call'; readonly function: string; readonly nonNull: boolean };

export interface PlacedValue extends Place {
  readonly value: Value;
}

/** What generated functions make: JSON text, or objects. All that differs between the two. */
export interface Notation {
  /** A null, in source code. */
  readonly nothing: string;
  /** Declarations that the code below uses. */
  readonly declarations: string;
  /** The rest of a function, called `SELF`, that makes the object `o`; it returns `fail()` if the object must not exist. */
  object(places: readonly PlacedValue[]): string;
  /** The rest of a function that makes the list `list`; it returns `refuse` if an item must not be null and is. */
  list(item: Value, refuse: string): string;
}

/** Stands for a function's own name in its code. No name of GraphQL has a `$`. */
export const SELF = '$self';

/** Makes the response of one operation; `undefined` if nothing of it may exist. Throws `AnswerTooLarge` beyond `max` characters. */
export type ResponseFunction<Made> = (
  data: object,
  variables: object,
  shared: ReadonlyMap<object, object> | null,
  max: number,
) => { readonly made: Made | undefined; readonly invalid: boolean };

/**
 * Generates a function for each (type, nodes of the operation) and each position of it. A null where none may be is the
 * value `undefined` on its way up to the first position that may be null: no exceptions. `invalid` notes that a value did
 * not fit the schema; where, `explain` finds out.
 */
export function generateResponse<Made>(selections: Selections, notation: Notation): ResponseFunction<Made> {
  const functions = new Functions(selections, notation);
  const root = functions.root();
  const objectNames = new Set(Object.values(selections.schema.getTypeMap()).flatMap((type) => (isObjectType(type) ? [type.name] : [])));
  const make = new Function(
    'objectNames',
    'AnswerTooLarge',
    'isShallow',
    `"use strict";
${OWN_PROPERTY}
let V,shared,invalid,max,size;
function fail(){invalid=true;return undefined}
function tooLarge(bytes){throw new AnswerTooLarge(bytes)}
function wrong(){invalid=true;return ${notation.nothing}}
${notation.declarations}
${functions.code}
return function(data,variables,known,limit){V=variables;shared=known;invalid=false;max=limit;size=0;try{const made=${root}(data);return{made,invalid}}finally{V=shared=null}}`,
  ) as (objectNames: ReadonlySet<string>, tooLarge: typeof AnswerTooLarge, shallow: typeof isShallow) => ResponseFunction<Made>;
  return make(objectNames, AnswerTooLarge, isShallow);
}

class Functions {
  code = '';
  readonly #selections: Selections;
  readonly #notation: Notation;
  readonly #byMeaning = new Map<string, string>();
  readonly #byCode = new Map<string, string>();
  readonly #nodeIds = new Map<SelectedNode['node'], number>();

  constructor(selections: Selections, notation: Notation) {
    this.#selections = selections;
    this.#notation = notation;
  }

  root(): string {
    const [node] = this.#selections.root;
    const type = node?.node.kind === 'OperationDefinition' && this.#selections.schema.getRootType(node.node.operation);
    if (!type) throw new Error('The schema has no type for this kind of operation.');
    return this.#object(type, this.#selections.root);
  }

  #object(type: GraphQLCompositeType, nodes: readonly SelectedNode[]): string {
    return this.#define(`object ${type.name} ${this.#idsOf(nodes)}`, 'o', () => {
      const places = this.#selections.placesOf(type, nodes);
      return this.#notation.object(places.map((place) => ({ ...place, value: this.#fieldValue(type, place.field) })));
    });
  }

  #fieldValue(type: GraphQLCompositeType, field: SelectedField): Value {
    if (field.name !== '__typename') return this.#value(field.type, field.nodes);
    // An object that is known only by its interface has no type name to give, but the plan may have fetched one for an alias.
    return isObjectType(type) ? { kind: 'typename', name: type.name } : { kind: 'leaf', forms: OBJECT_NAME, nonNull: true };
  }

  #value(declared: GraphQLOutputType, nodes: readonly SelectedNode[]): Value {
    const nonNull = isNonNullType(declared);
    const type = nonNull ? declared.ofType : declared;
    if (isLeafType(type)) return { kind: 'leaf', forms: leafForms(type), nonNull };
    const name = isListType(type) ? this.#list(type, nonNull, nodes) : this.#position(type, nonNull, nodes);
    return { kind: 'call', function: name, nonNull };
  }

  #list(type: GraphQLList<GraphQLOutputType>, nonNull: boolean, nodes: readonly SelectedNode[]): string {
    return this.#define(`${nonNull} ${type} ${this.#idsOf(nodes)}`, 'list', () => {
      const refuse = nonNull ? 'fail()' : 'wrong()';
      const items = this.#notation.list(this.#value(type.ofType, nodes), refuse);
      return `${this.#nothingOf('list', nonNull)}if(!Array.isArray(list))return ${refuse};${items}`;
    });
  }

  #position(type: GraphQLCompositeType, nonNull: boolean, nodes: readonly SelectedNode[]): string {
    return this.#define(`${nonNull} ${type.name} ${this.#idsOf(nodes)}`, 'o', () => {
      const refuse = nonNull ? 'fail()' : 'wrong()';
      const isObject = `${this.#nothingOf('o', nonNull)}if(typeof o!=='object'||Array.isArray(o))return ${refuse};`;
      const made = nonNull ? 'return made;' : `return made===undefined?${this.#notation.nothing}:made;`;
      if (isObjectType(type)) return `${isObject}const made=${this.#object(type, nodes)}(o);${made}`;
      return `${isObject}let made;switch(o.__typename){${this.#cases(type, nodes)}default:return ${refuse}}${made}`;
    });
  }

  // An object in an abstract position goes by its type name. A name that is not in the API schema is refused: it may be inaccessible.
  #cases(type: GraphQLCompositeType, nodes: readonly SelectedNode[]): string {
    const labels = new Map<string, string>();
    const add = (label: string, runtimeType: GraphQLCompositeType): void => {
      const name = this.#object(runtimeType, nodes);
      labels.set(name, `${labels.get(name) ?? ''}case ${label}:`);
    };
    for (const runtimeType of this.#selections.runtimeTypes(type)) add(JSON.stringify(runtimeType.name), runtimeType);
    for (const label of ['undefined', 'null']) add(label, type);
    return [...labels].map(([name, cases]) => `${cases}made=${name}(o);break;`).join('');
  }

  #nothingOf(parameter: string, nonNull: boolean): string {
    return `if(${parameter}===null||${parameter}===undefined)return ${nonNull ? 'fail()' : this.#notation.nothing};`;
  }

  /** Types of an abstract position often lead to the same code: it is there once. */
  #define(meaning: string, parameter: string, write: () => string): string {
    const known = this.#byMeaning.get(meaning);
    if (known) return known;
    const code = `(${parameter}){${write()}}`;
    const name = this.#byCode.get(code) ?? `f${this.#byCode.size}`;
    this.#byMeaning.set(meaning, name);
    if (this.#byCode.has(code)) return name;
    this.#byCode.set(code, name);
    this.code += `function ${name}${code.replaceAll(SELF, () => name)}\n`;
    return name;
  }

  #idsOf(nodes: readonly SelectedNode[]): string {
    const decided = oneCondition(nodes);
    return nodes.map(({ node, condition }) => `${this.#idOf(node)}${decided ? '' : ` if ${condition}`}`).join();
  }

  #idOf(node: SelectedNode['node']): number {
    const known = this.#nodeIds.get(node);
    if (known !== undefined) return known;
    this.#nodeIds.set(node, this.#nodeIds.size);
    return this.#nodeIds.size - 1;
  }
}
