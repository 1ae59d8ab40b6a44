import { isEnumType, isSpecifiedScalarType, type GraphQLLeafType } from 'graphql';

/** Values of a leaf that are written in one way. */
export interface LeafForm {
  /** Source code that tells whether the value of a variable is one of them. */
  readonly test: (variable: string) => string;
  readonly written: 'string' | 'number' | 'digits' | 'raw number' | 'raw digits' | 'true' | 'false' | 'name' | 'json';
}

/** What a value of this type may be, by the API schema; subgraphs are held to it. */
export function leafForms(type: GraphQLLeafType): readonly LeafForm[] {
  if (isEnumType(type)) {
    const names = type.getValues().map((value) => JSON.stringify(value.name));
    return [{ test: (v) => names.map((name) => `${v}===${name}`).join('||'), written: 'name' }];
  }
  if (!isSpecifiedScalarType(type)) return CUSTOM;
  return BUILT_IN[type.name] ?? CUSTOM;
}

/** The name of an object's own type, where the schema alone does not tell it. `objectNames` are those of the API schema. */
export const OBJECT_NAME: readonly LeafForm[] = [{ test: (v) => `objectNames.has(${v})`, written: 'name' }];

/** Source code that tells whether the value of a variable has one of the forms. */
export function hasForm(forms: readonly LeafForm[], variable: string): string {
  return forms.map((form) => form.test(variable)).join('||');
}

const STRING: LeafForm = { test: (v) => `typeof ${v}==='string'`, written: 'string' };
// Any integer, however large, as in Apollo's gateway: subgraphs in other languages have 64 bits.
const INTEGER: LeafForm = { test: (v) => `Number.isInteger(${v})`, written: 'number' };
/** An ID is a text, also of a subgraph that counts. */
const DIGITS: LeafForm = { ...INTEGER, written: 'digits' };

const isRaw = (v: string) => `typeof ${v}==='object'&&${v}!==null&&JSON.isRawJSON(${v})`;
/** Beyond what JavaScript has numbers for. These come last, so that no other value waits for the look at them. */
const RAW_INTEGER: LeafForm = { test: (v) => `${isRaw(v)}&&/^-?\\d+$/.test(${v}.rawJSON)`, written: 'raw number' };
const RAW_DIGITS: LeafForm = { ...RAW_INTEGER, written: 'raw digits' };
const RAW_NUMBER: LeafForm = { test: isRaw, written: 'raw number' };

const BUILT_IN: Readonly<Record<string, readonly LeafForm[]>> = {
  String: [STRING],
  ID: [STRING, DIGITS, RAW_DIGITS],
  Int: [INTEGER, RAW_INTEGER],
  Float: [{ test: (v) => `Number.isFinite(${v})`, written: 'number' }, RAW_NUMBER],
  Boolean: [
    { test: (v) => `${v}===true`, written: 'true' },
    { test: (v) => `${v}===false`, written: 'false' },
  ],
};

// What a custom scalar holds is the subgraph's business, as long as JSON has a word for it that can be written.
const CUSTOM: readonly LeafForm[] = [
  STRING,
  { test: (v) => `typeof ${v}==='object'&&${v}!==null&&isShallow(${v})||typeof ${v}==='number'||typeof ${v}==='boolean'`, written: 'json' },
];
