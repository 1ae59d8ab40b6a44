import { isObject } from '../data/tree.ts';
import { selectsFloats } from '../plan/selects-floats.ts';
import { Call, headOf, variablesText } from './call.ts';
import type { Compilation } from './compilation.ts';
import { compileEntityField, type Knowledge, type Question } from './entity-field.ts';
import { addSubgraphErrors, addUnavailable, atEntities, type Locate } from './failures.ts';
import type { FlatFetch } from './flat-fetch.ts';
import type { GatherFor } from './gathered.ts';
import { received } from './received.ts';
import type { Running, Step } from './request.ts';

export interface EntityFetchOptions<Context> extends Compilation<Context> {
  readonly gatherFor: (fetch: FlatFetch) => GatherFor;
  readonly knowledgeOf: (fetch: FlatFetch) => Knowledge | null;
}

/** One fetch of entities, as the plan has it. */
export function compileEntityFetch<Context>(options: EntityFetchOptions<Context>, fetch: FlatFetch): Step<Context> {
  const { serviceName: service, operationKind: type, operation: query, operationName, variableUsages, representations } = fetch.node;
  const { selectionSet, fragments } = fetch.operation;
  const template = { service, type, query, operationName, selectsFloats: selectsFloats(options.schema, null, selectionSet, fragments) };
  const head = headOf(template);
  const field = compileEntityField(options, [fetch], options.gatherFor, options.knowledgeOf(fetch));
  return (running) => {
    const question = field.ask(running);
    if (!question) return undefined;
    const variables = `{"${representations}":[${question.representations}]${variablesText(variableUsages, running.variables)}}`;
    return sendQuestions(options, running, new Call(template, head, variables, running), [{ alias: '_entities', question }]);
  };
}

export interface AliasedQuestion {
  /** The response key of the `_entities` field. */
  readonly alias: string;
  readonly question: Question;
}

/**
 * Sends questions as one call and merges what is answered. Resolves to false where the request failed as a whole and
 * `canBeParted`; nothing is noted of it then.
 */
export async function sendQuestions<Context>(
  { send, pathNames }: Compilation<Context>,
  running: Running<Context>,
  call: Call<Context>,
  questions: readonly AliasedQuestion[],
  canBeParted = false,
): Promise<boolean> {
  if (running.bytesLeft < 0) return true;
  try {
    const answer = received(running, await send(call));
    if (!answer) return true;
    const { data, errors } = answer;
    const isEmpty = data === null || data === undefined;
    if (isEmpty && canBeParted) return false;
    if (errors) addSubgraphErrors(running, pathNames, call.service, errors, atQuestions(running, questions));
    if (isEmpty) return true;
    if (!isObject(data)) throw new TypeError('The answer has data that is no object.');
    for (const { alias, question } of questions) question.take(data[alias], Boolean(errors?.length));
  } catch (error) {
    addUnavailable(running, call.service, error);
  }
  return true;
}

function atQuestions({ data }: Running<unknown>, questions: readonly AliasedQuestion[]): Locate {
  const locate = new Map(questions.map(({ alias, question }) => [alias, atEntities(data, question.asked)]));
  return (path) => locate.get(String(path[0]))?.(path) ?? [];
}
