import {
  type ASTNode,
  type GraphQLNamedType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  specifiedDirectives,
} from 'graphql';
import { extendSchemaImpl } from 'graphql/utilities/extendSchema.js';
import type { Steps } from '../slices.ts';
import { parseSdl } from './parse-sdl.ts';

const NOTHING = { description: undefined, types: [], directives: [], extensions: {}, extensionASTNodes: [], assumeValid: true };
const VALID = { assumeValid: true, assumeValidSDL: true };

/**
 * The same as `buildSchema` of graphql-js, of SDL that was printed from a valid schema, divided: a type reads its fields when it is first
 * asked for them, so each is asked before the schema asks all. What the types were read from is not kept.
 */
export function* buildSchemaOf(sdl: string): Steps<GraphQLSchema> {
  const document = yield* parseSdl(sdl);
  const config = extendSchemaImpl(NOTHING, document, VALID);
  yield;
  for (const type of config.types) {
    settle(type);
    yield;
  }
  const named = new Map(config.types.map((type) => [type.name, type]));
  const rootNamed = (name: string) => {
    const type = config.astNode ? undefined : named.get(name);
    return isObjectType(type) ? type : undefined;
  };
  const own = new Set(config.directives.map(({ name }) => name));
  for (const directive of config.directives) forgetNodes([directive, ...directive.args]);
  return new GraphQLSchema({
    ...config,
    query: config.query ?? rootNamed('Query'),
    mutation: config.mutation ?? rootNamed('Mutation'),
    subscription: config.subscription ?? rootNamed('Subscription'),
    directives: [...config.directives, ...specifiedDirectives.filter(({ name }) => !own.has(name))],
    astNode: undefined,
  });
}

function settle(type: GraphQLNamedType): void {
  if (isUnionType(type)) type.getTypes();
  if (isEnumType(type)) forgetNodes(type.getValues());
  if (isInputObjectType(type)) forgetNodes(Object.values(type.getFields()));
  if (isObjectType(type) || isInterfaceType(type)) {
    type.getInterfaces();
    for (const field of Object.values(type.getFields())) forgetNodes([field, ...field.args]);
  }
  forgetNodes([type]);
}

function forgetNodes(elements: readonly { astNode?: ASTNode | null | undefined }[]): void {
  for (const element of elements) element.astNode = undefined;
}
