import {
  getNamedType,
  GraphQLNonNull,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from './random.ts';

export interface RandomOperation {
  readonly source: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VARIABLES: Readonly<Record<string, string>> = {
  flag: 'Boolean!',
  on: 'Boolean! = true',
  off: 'Boolean = false',
  int: 'Int!',
  text: 'String!',
  id: 'ID!',
};
const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];

/** A random operation that is valid for the schema, often with aliases that are the names of other fields. */
export function randomOperation(schema: GraphQLSchema, random: Random): RandomOperation {
  for (let attempt = 0; attempt < 200; attempt++) {
    const source = new OperationWriter(schema, random).write();
    const document = parse(source);
    if (validate(schema, document).length > 0) continue;
    return { source, document, variables: randomVariables(random) };
  }
  const document = parse('{ __typename }');
  return { source: '{ __typename }', document, variables: {} };
}

function randomVariables(random: Random): Record<string, unknown> {
  return {
    flag: random.chance(0.5),
    int: random.between(0, 3),
    text: random.pick(['a', 'b', 'constructor']),
    id: random.pick(['1', '2']),
    ...(random.chance(0.3) && { on: random.chance(0.5) }),
    ...(random.chance(0.3) && { off: random.chance(0.5) }),
  };
}

class OperationWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #fragments: string[] = [];
  readonly #variables = new Set<string>();
  readonly #aliasing: number;
  #budget: number;
  #fresh = 0;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
    this.#aliasing = random.pick([0, 0.05, 0.15, 0.3]);
    this.#budget = random.between(6, 45);
  }

  write(): string {
    const mutation = this.#schema.getMutationType();
    const root = mutation && this.#random.chance(0.15) ? mutation : this.#schema.getQueryType();
    if (!root) throw new Error('The schema has no Query.');
    const fields = Object.values(root.getFields());
    const selections = Array.from({ length: this.#random.between(1, 3) }, () =>
      this.#field(this.#random.pick(fields), fields, this.#random.between(2, 5)),
    );
    if (this.#random.chance(0.05)) selections.push('__typename');
    if (this.#random.chance(0.03)) selections.push('__type(name: "Query") { name kind }');
    if (this.#random.chance(0.05)) selections.push(`... on ${root.name}${this.#directive()} { ${this.#selections(root, 2)} }`);
    const variables = [...this.#variables].map((name) => `$${name}: ${VARIABLES[name]}`).join(', ');
    const head = `${root === mutation ? 'mutation' : 'query'}${this.#random.chance(0.5) ? ' Fuzz' : ''}${variables && `(${variables})`}`;
    return `${head} { ${selections.join(' ')} } ${this.#fragments.join(' ')}`.trim();
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const chosen: string[] = [];
    if (!isUnionType(type)) {
      const fields = Object.values(type.getFields());
      const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
      const others = fields.filter((field) => !leaves.includes(field));
      for (const field of this.#random.some(leaves, 1, 3)) chosen.push(this.#field(field, fields, depth));
      const likely = others.length > 3 ? 0.4 : 0.65;
      for (const field of others)
        if (depth > 0 && this.#budget > 0 && this.#random.chance(likely)) chosen.push(this.#field(field, fields, depth));
      if (this.#random.chance(0.1) && depth > 0) chosen.push(this.#field(this.#random.pick(fields), fields, depth));
    }
    if (this.#random.chance(0.2) || isUnionType(type)) chosen.push(this.#random.chance(0.3) ? 'tn: __typename' : '__typename');
    for (let count = isAbstractType(type) ? 3 : 1; count > 0; count--) {
      if (depth > 0 && this.#budget > 0 && this.#random.chance(isAbstractType(type) ? 0.6 : 0.15))
        chosen.push(this.#fragment(type, depth - 1));
    }
    return chosen.length > 0 ? chosen.join(' ') : '__typename';
  }

  #field(field: GraphQLField<unknown, unknown>, siblings: readonly GraphQLField<unknown, unknown>[], depth: number): string {
    this.#budget--;
    const type = getNamedType(field.type);
    const head = this.#alias(field, siblings) + field.name + this.#arguments(field.args) + this.#directive();
    return isCompositeType(type) ? `${head} { ${this.#selections(type, depth - 1)} }` : head;
  }

  #alias(field: GraphQLField<unknown, unknown>, siblings: readonly GraphQLField<unknown, unknown>[]): string {
    if (!this.#random.chance(this.#aliasing)) return '';
    if (this.#random.chance(0.5)) return `${this.#random.pick(siblings).name}: `;
    if (this.#random.chance(0.1)) return `${this.#random.pick(INHERITED)}: `;
    return this.#random.chance(0.5) ? `z${this.#fresh++}: ` : `x_${field.name}: `;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const condition = this.#random.pick([type, ...this.#related(type)]);
    if (this.#random.chance(0.1)) return `...${this.#directive()} { ${this.#selections(type, depth)} }`;
    if (this.#random.chance(0.7)) return `... on ${condition.name}${this.#directive()} { ${this.#selections(condition, depth)} }`;
    const body = this.#selections(condition, depth);
    const name = `Part${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${condition.name} { ${body} }`);
    return `...${name}${this.#directive()}`;
  }

  /** The types that an object of this type may have as well. */
  #related(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const possible = new Set(this.#possible(type));
    return Object.values(this.#schema.getTypeMap())
      .filter((other) => isCompositeType(other))
      .filter((other) => !other.name.startsWith('__') && this.#possible(other).some((name) => possible.has(name)));
  }

  #possible(type: GraphQLCompositeType): string[] {
    return isObjectType(type) ? [type.name] : this.#schema.getPossibleTypes(type).map(({ name }) => name);
  }

  #directive(): string {
    if (!this.#random.chance(0.1)) return '';
    const value = this.#random.pick(['flag', 'flag', 'on', 'off', 'true', 'false']);
    if (value in VARIABLES) this.#variables.add(value);
    return ` @${this.#random.pick(['skip', 'include'])}(if: ${value in VARIABLES ? '$' : ''}${value})`;
  }

  #arguments(parameters: readonly GraphQLArgument[]): string {
    const given = parameters.filter((parameter) => isRequiredArgument(parameter) || this.#random.chance(0.6));
    return given.length > 0 ? `(${given.map((parameter) => `${parameter.name}: ${this.#argument(parameter.type)}`).join(', ')})` : '';
  }

  #argument(type: GraphQLInputType): string {
    const name = Object.keys(VARIABLES).find(
      (one) => VARIABLES[one] === String(new GraphQLNonNull(isNonNullType(type) ? type.ofType : type)),
    );
    if (!name || !this.#random.chance(0.3)) return this.#literal(type, 0);
    this.#variables.add(name);
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.#literal(type.ofType, depth);
    if (isListType(type)) return `[${this.#random.chance(0.6) ? this.#literal(type.ofType, depth + 1) : ''}]`;
    if (isEnumType(type)) return this.#random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth < 3 && this.#random.chance(0.5)),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.#literal(field.type, depth + 1)}`).join(', ')} }`;
    }
    if (type.name === 'Int') return String(this.#random.between(0, 3));
    if (type.name === 'Float') return '1.5';
    return type.name === 'Boolean' ? this.#random.pick(['true', 'false']) : this.#random.pick(['"1"', '"2"']);
  }
}
