import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  OperationTypeNode,
} from 'graphql';
import { createDice } from './dice.ts';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const MAX_DEPTH = 3;

/** A representation of no type; alone, as @apollo/subgraph forgets the promises of its neighbours. */
const stranger = { __typename: 'Nobody' };

/** An operation of one subgraph, mostly valid, with aliases, fragments, conditions, variables good and bad. */
export function randomOperation(schema: GraphQLSchema, kind: OperationTypeNode, seed: string): RandomOperation {
  const dice = createDice(seed);
  const definitions: string[] = [];
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];
  const conditions = ['$on', '$off', '$maybe'];
  let names = 0;

  const root = schema.getRootType(kind);
  if (!root) throw new Error(`There is no ${kind}.`);
  const body =
    kind !== OperationTypeNode.SUBSCRIPTION
      ? selectionOf(root, 0)
      : `{ ${fieldOf(root.name, dice.pick(Object.keys(root.getFields())), 0, false)} }`;
  for (const [name, given] of [
    ['$on', true],
    ['$off', false],
    ['$maybe', dice.chance(0.5)],
  ] as const) {
    if (!`${body}${fragments.join('')}`.includes(name)) continue;
    definitions.push(name === '$maybe' ? '$maybe: Boolean = true' : `${name}: Boolean!`);
    if (name !== '$maybe' || dice.chance(0.7)) variables[name.slice(1)] = given;
  }
  const head = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
  return { query: `${kind} Random${head} ${body} ${fragments.join(' ')}`, variables };

  function selectionOf(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (!isCompositeType(named)) return '';
    const fields = isUnionType(named) ? [] : Object.keys(named.getFields()).filter((name) => !name.startsWith('__'));
    const parts = Array.from({ length: 1 + dice.below(4) }, () => {
      if (dice.chance(0.1) || (fields.length === 0 && dice.chance(0.1)))
        return dice.chance(0.5) ? '__typename' : `alias${names++}: __typename`;
      if (fields.length === 0 || dice.chance(0.2)) return fragmentOf(named.name, depth);
      return fieldOf(named.name, dice.pick(fields), depth, true);
    });
    return `{ ${parts.join(' ')} }`;
  }

  function fieldOf(parent: string, name: string, depth: number, mayHide: boolean): string {
    const type = schema.getType(parent);
    const field = type && 'getFields' in type && !isInputObjectType(type) ? type.getFields()[name] : undefined;
    if (!field || (depth >= MAX_DEPTH && isCompositeType(getNamedType(field.type)))) return '__typename';
    const args = field.args.filter((arg) => isRequiredArgument(arg) || dice.chance(0.4)).map((arg) => `${arg.name}: ${argumentOf(arg)}`);
    const alias = args.length > 0 || dice.chance(0.3) ? `${dice.chance(0.1) ? '__proto__' : `alias${names++}`}: ` : '';
    const hidden = mayHide ? condition() : '';
    return `${alias}${name}${args.length > 0 ? `(${args.join(', ')})` : ''}${hidden} ${selectionOf(field.type, depth + 1)}`;
  }

  function fragmentOf(parent: string, depth: number): string {
    const type = schema.getType(parent);
    const types = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [parent, ...interfacesOf(parent)];
    const on = dice.pick([parent, ...types]);
    const target = schema.getType(on);
    if (!isCompositeType(target)) return '__typename';
    if (dice.chance(0.5)) return `... on ${on}${condition()} ${selectionOf(target, depth)}`;
    if (dice.chance(0.2)) return `... ${condition()} ${selectionOf(type as typeof target, depth)}`;
    const name = `Part${names++}`;
    fragments.push(`fragment ${name} on ${on} ${selectionOf(target, depth)}`);
    return dice.chance(0.3) ? `...${name}${condition()} ...${name}` : `...${name}${condition()}`;
  }

  function interfacesOf(name: string): string[] {
    const type = schema.getType(name);
    return isObjectType(type) ? type.getInterfaces().map((one) => one.name) : [];
  }

  function condition(): string {
    if (!dice.chance(0.2)) return '';
    return ` @${dice.pick(['skip', 'include'])}(if: ${dice.pick(['true', 'false', ...conditions])})`;
  }

  function argumentOf({ type, defaultValue }: GraphQLArgument): string {
    if (getNamedType(type).name !== '_Any' && dice.chance(0.6)) return literalOf(type);
    const name = `v${names++}`;
    definitions.push(`$${name}: ${defaultValue === undefined ? String(type) : String(type).replace(/!$/, '')}`);
    if (isNonNullType(type) || dice.chance(0.7)) variables[name] = dice.chance(0.04) ? dice.pick([null, 'wrong', {}]) : jsonOf(type);
    return `$${name}`;
  }

  function literalOf(type: GraphQLInputType): string {
    if (isNonNullType(type)) return literalOf(type.ofType);
    if (dice.chance(0.05)) return 'null';
    if (isListType(type)) return `[${Array.from({ length: dice.below(3) }, () => literalOf(type.ofType)).join(', ')}]`;
    if (isEnumType(type)) return dice.pick(type.getValues()).name;
    if (!isInputObjectType(type)) return JSON.stringify(leafOf(type.name));
    const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || dice.chance(0.3));
    return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
  }

  function jsonOf(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return jsonOf(type.ofType);
    if (dice.chance(0.05)) return null;
    if (isListType(type)) return dice.chance(0.02) ? [stranger] : Array.from({ length: dice.below(4) }, () => jsonOf(type.ofType));
    if (isEnumType(type)) return dice.pick(type.getValues()).name;
    if (!isInputObjectType(type)) return leafOf(type.name);
    const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || dice.chance(0.3));
    return Object.fromEntries(fields.map((field) => [field.name, jsonOf(field.type)]));
  }

  function leafOf(name: string): unknown {
    const leaves: Readonly<Record<string, () => unknown>> = {
      Int: () => dice.below(100),
      Float: () => dice.roll(),
      SafeInt: () => dice.below(100),
      Boolean: () => dice.chance(0.5),
      DateTime: () => '2026-01-02T03:04:05Z',
      Decimal: () => '12.50',
      CurrencyCode: () => 'EUR',
      Locale: () => 'es-CO',
      _Any: () => ({ __typename: entityName(), id: `id_${dice.below(5)}` }),
    };
    return leaves[name]?.() ?? `text ${dice.below(9)}`;
  }

  function entityName(): string {
    const entity = schema.getType('_Entity');
    return isUnionType(entity) ? dice.pick(entity.getTypes()).name : '';
  }
}
