import { expect, test } from '@jest/globals';
import { buildSchema, GraphQLError, type GraphQLScalarType, parse } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { scalars } from '../src/graph/scalars.ts';
import { withoutVariable } from '../src/graph/variable-errors.ts';

const SECRET = 'hunter2; and "so on" at midnight: yes';

const schema = buildSchema(`
  type Query { sign(input: SignIn, day: DateTime, odd: Odd): Int }
  input SignIn { password: String! age: Int paid: Boolean ratio: Float id: ID kind: Kind inner: SignIn one: One roles: [Kind!] }
  input One @oneOf { a: String b: String }
  enum Kind { BUYER SELLER }
  scalar DateTime
  scalar Odd
`);
Object.assign(schema.getType('DateTime') as object, { parseValue: scalars.DateTime.parseValue });
Object.assign(schema.getType('Odd') as object, {
  parseValue: (value: unknown) => {
    throw new TypeError(`Odd: ${String(value)}`);
  },
} satisfies Partial<GraphQLScalarType>);
const [definition] = parse('query ($input: SignIn, $day: DateTime, $odd: Odd) { sign(input: $input, day: $day, odd: $odd) }').definitions;

test.each([
  [{ input: SECRET }, '$input" got invalid value; Expected type "SignIn" to be an object.'],
  [{ input: { password: [SECRET] } }, '$input" got invalid value at "input.password"; String cannot represent a non string value.'],
  [
    { input: { age: 3, ratio: 1, other: SECRET } },
    '$input" got invalid value; Field "password" of required type "String!" was not provided.',
  ],
  [{ input: { password: null } }, '$input" got invalid value at "input.password"; Expected non-nullable type "String!" not to be null.'],
  [{ input: { password: 'x', extra: SECRET } }, '$input" got invalid value; Field "extra" is not defined by type "SignIn".'],
  [{ input: { password: 'x', passwort: SECRET } }, '$input" got invalid value; Field "passwort" is not defined by type "SignIn".'],
  [{ input: { password: 'x', age: SECRET } }, '$input" got invalid value at "input.age"; Int cannot represent non-integer value.'],
  [
    { input: { password: 'x', age: 7798877988 } },
    '$input" got invalid value at "input.age"; Int cannot represent non 32-bit signed integer value.',
  ],
  [{ input: { password: 'x', paid: SECRET } }, '$input" got invalid value at "input.paid"; Boolean cannot represent a non boolean value.'],
  [{ input: { password: 'x', ratio: SECRET } }, '$input" got invalid value at "input.ratio"; Float cannot represent non numeric value.'],
  [{ input: { password: 'x', id: { SECRET } } }, '$input" got invalid value at "input.id"; ID cannot represent value.'],
  [{ input: { password: 'x', kind: SECRET } }, '$input" got invalid value at "input.kind"; Value does not exist in "Kind" enum.'],
  [
    { input: { password: 'x', kind: 7798877988 } },
    '$input" got invalid value at "input.kind"; Enum "Kind" cannot represent non-string value.',
  ],
  [
    { input: { password: 'x', roles: ['BUYER', SECRET] } },
    '$input" got invalid value at "input.roles[1]"; Value does not exist in "Kind" enum.',
  ],
  [
    { input: { password: 'x', one: { a: SECRET, b: SECRET } } },
    '$input" got invalid value at "input.one"; Exactly one key must be specified for OneOf type "One".',
  ],
  [{ day: SECRET }, /^\$day" got invalid value; A DateTime is an instant of the years 1 to 9999 .*$/],
  [{ odd: SECRET }, '$odd" got invalid value; Expected type "Odd".'],
])('an error about a variable says where and why, and not the value: %j', (variables, said) => {
  if (definition?.kind !== 'OperationDefinition') throw new Error('No operation.');
  const { errors = [] } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
  const [message = ''] = errors.map((error) => withoutVariable(error.message));
  expect(message).not.toMatch(/hunter2|midnight|7798877988/);
  expect(message.replace(/^Variable "/, '')).toEqual(typeof said === 'string' ? said : expect.stringMatching(said));
});

test('other messages stay as they are', () => {
  for (const message of ['Variable "$id" of required type "ID!" was not provided.', 'Sign in first.', '']) {
    expect(withoutVariable(new GraphQLError(message).message)).toBe(message);
  }
});
