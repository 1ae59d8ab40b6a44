import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  GraphQLID,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { isPromise } from './is-promise.ts';
import type { Complete, Path, Run, SelectedField } from './plan.ts';
import { fail, infoOf, runSelection } from './run-selection.ts';

export function completeAs(type: GraphQLOutputType): Complete {
  if (isNonNullType(type)) return completeNonNull(completeAs(type.ofType));
  if (isListType(type)) return unlessNull(completeList(type.ofType));
  if (isLeafType(type)) return unlessNull(completeLeaf(type));
  return unlessNull(isAbstractType(type) ? completeAbstract(type) : completeObject(type));
}

function completeNonNull(complete: Complete): Complete {
  return (run, field, path, value) => {
    const completed = complete(run, field, path, value);
    if (completed === null) throw new Error(`Cannot return null for non-nullable field ${nameOf(field)}.`);
    return completed;
  };
}

function unlessNull(complete: Complete): Complete {
  return (run, field, path, value) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(run, field, path, value);
  };
}

function completeLeaf(type: GraphQLLeafType): Complete {
  const isText = type === GraphQLString || type === GraphQLID;
  return (run, _field, _path, value) => {
    const serialized: unknown = isText && typeof value === 'string' ? value : type.serialize(value);
    run.size.add(typeof serialized === 'string' ? serialized.length : 1);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(
      `Expected \`${type.name}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
    );
  };
}

function completeList(itemType: GraphQLOutputType): Complete {
  const complete = completeAs(itemType);
  const nullable = !isNonNullType(itemType);

  const completeItem = (run: Run, field: SelectedField, path: Path, item: unknown) => {
    try {
      const completed = isPromise(item) ? item.then((value) => complete(run, field, path, value)) : complete(run, field, path, item);
      return isPromise(completed) ? completed.then(undefined, (thrown: unknown) => fail(run, field, path, nullable, thrown)) : completed;
    } catch (thrown) {
      return fail(run, field, path, nullable, thrown);
    }
  };

  return (run, field, path, value) => {
    if (!isIterable(value)) throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(field)}".`);
    const items: unknown[] = [];
    let waits = false;
    try {
      for (const item of value) {
        const completed = completeItem(run, field, { prev: path, key: items.length, typename: undefined }, item);
        items.push(completed);
        waits ||= isPromise(completed);
      }
    } catch (error) {
      void Promise.allSettled(items);
      throw error;
    }
    return waits ? Promise.all(items) : items;
  };
}

function completeAbstract(type: GraphQLAbstractType): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (run, field, path, value) => {
    const completeNamed = (name: unknown) => completeObject(runtimeType(run, field, type, name, value))(run, field, path, value);
    const name: unknown = resolveType(value, run.contextValue, infoOf(run, field, path), type);
    return isPromise(name) ? name.then(completeNamed) : completeNamed(name);
  };
}

function completeObject(type: GraphQLObjectType): Complete {
  return (run, field, path, value) => {
    const selection = field.selectionOn(type);
    const completeAsType = (isOfType: boolean) => {
      if (isOfType) return runSelection(run, selection, value, path);
      throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes: field.nodes });
    };
    const isOfType = type.isTypeOf?.(value, run.contextValue, infoOf(run, field, path)) ?? true;
    return isPromise(isOfType) ? isOfType.then(completeAsType) : completeAsType(isOfType);
  };
}

/** The object type that a resolver named, in the words of graphql-js where it named none. */
function runtimeType(run: Run, field: SelectedField, type: GraphQLAbstractType, name: unknown, value: unknown): GraphQLObjectType {
  const refusal = (message: string) => new GraphQLError(message, { nodes: field.nodes });
  const demand = `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${nameOf(field)}"`;
  if (name === null || name === undefined)
    throw refusal(
      `${demand}. Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
    );
  if (typeof name !== 'string') throw new GraphQLError(`${demand} with value ${inspect(value)}, received "${inspect(name)}".`);
  const named = run.schema.getType(name);
  if (!named) throw refusal(`Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`);
  if (!isObjectType(named)) throw refusal(`Abstract type "${type.name}" was resolved to a non-object type "${name}".`);
  if (!run.schema.isSubType(type, named)) throw refusal(`Runtime Object type "${name}" is not a possible type for "${type.name}".`);
  return named;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && typeof value[Symbol.iterator] === 'function';
}

function nameOf({ parentType, definition }: SelectedField): string {
  return `${parentType.name}.${definition.name}`;
}
