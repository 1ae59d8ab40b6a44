import { defaultFieldResolver, type GraphQLError, type GraphQLResolveInfo, locatedError, responsePathAsArray } from 'graphql';
import { AnswerTooLarge } from './answer-size.ts';
import { isPromise } from './is-promise.ts';
import type { Path, Run, SelectedField, Selection } from './plan.ts';

type Answer = Record<string, unknown>;

/** Resolves every selected field of one object. */
export function runSelection(run: Run, selection: Selection, source: unknown, path: Path | undefined): Answer | Promise<Answer> {
  const { fields, Answer, characters } = selection;
  run.size.add(characters);
  const answer = new Answer();
  let waits = false;
  try {
    for (const field of fields) {
      const value = runField(run, field, source, path);
      answer[field.key] = value;
      waits ||= isPromise(value);
    }
  } catch (error) {
    if (!waits) throw error;
    return settle(answer).finally(() => {
      throw error;
    });
  }
  return waits ? settle(answer) : answer;
}

/** The same, but a field is resolved when those before it have been: as a mutation has effects. */
export function runOneByOne(run: Run, selection: Selection, source: unknown): Answer | Promise<Answer> {
  const { fields, Answer, characters } = selection;
  run.size.add(characters);
  let answered: Answer | Promise<Answer> = new Answer();
  for (const field of fields) {
    const next = (answer: Answer): Answer | Promise<Answer> => {
      const put = (value: unknown) => Object.assign(answer, { [field.key]: value });
      const value = runField(run, field, source, undefined);
      return isPromise(value) ? value.then(put) : put(value);
    };
    answered = isPromise(answered) ? answered.then(next) : next(answered);
  }
  return answered;
}

/** As resolvers get it in their fourth argument. */
export function infoOf(run: Run, field: SelectedField, path: Path): GraphQLResolveInfo {
  const { schema, fragments, rootValue, operation, variableValues } = run;
  const { definition, nodes, parentType } = field;
  return {
    fieldName: definition.name,
    fieldNodes: nodes,
    returnType: definition.type,
    parentType,
    path,
    schema,
    fragments,
    rootValue,
    operation,
    variableValues,
  };
}

/** Notes what went wrong where the answer may be null; hands it to the parent where it may not. */
export function fail(run: Run, field: SelectedField, path: Path, nullable: boolean, thrown: unknown): null {
  if (thrown instanceof AnswerTooLarge) throw thrown;
  const error = locatedError(thrown, field.nodes, responsePathAsArray(path));
  if (!nullable) throw error;
  run.size.add(charactersOf(error));
  run.faults.add(error, path);
  return null;
}

function charactersOf({ message, path = [] }: GraphQLError): number {
  return path.reduce<number>((sum, key) => sum + String(key).length, message.length);
}

function runField(run: Run, field: SelectedField, source: unknown, parent: Path | undefined): unknown {
  const path: Path = { prev: parent, key: field.key, typename: field.parentType.name };
  try {
    const resolved = resolve(run, field, source, path);
    const completed = isPromise(resolved)
      ? resolved.then((value) => field.complete(run, field, path, value))
      : field.complete(run, field, path, resolved);
    return isPromise(completed)
      ? completed.then(undefined, (thrown: unknown) => fail(run, field, path, field.nullable, thrown))
      : completed;
  } catch (thrown) {
    return fail(run, field, path, field.nullable, thrown);
  }
}

function resolve(run: Run, field: SelectedField, source: unknown, path: Path): unknown {
  const args = field.argumentsFor(run.variableValues);
  if (field.resolve === defaultFieldResolver) {
    const property = isObject(source) ? source[field.definition.name] : undefined;
    if (typeof property !== 'function') return property;
  }
  return field.resolve(source, args, run.contextValue, infoOf(run, field, path));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Puts what its promises gave in their place. */
async function settle(answer: Answer): Promise<Answer> {
  const keys = Object.keys(answer);
  const values = await Promise.all(Object.values(answer));
  for (const [at, key] of keys.entries()) answer[key] = values[at];
  return answer;
}
