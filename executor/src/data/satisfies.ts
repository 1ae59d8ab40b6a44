import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether an object of that runtime type, which is an interface where a subgraph has an `@interfaceObject`, satisfies a type condition. */
export function satisfies(schema: GraphQLSchema, typeName: string, condition: string): boolean {
  if (typeName === condition) return true;
  const type = schema.getType(typeName);
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(abstract, type);
}

/** The names of all types that satisfy a type condition. */
export function satisfying(schema: GraphQLSchema, condition: string): string[] {
  const type = schema.getType(condition);
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const interfaces = isInterfaceType(type) ? schema.getImplementations(type).interfaces : [];
  return [condition, ...possible.map(({ name }) => name), ...interfaces.map(({ name }) => name)];
}
