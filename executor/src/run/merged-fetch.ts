import { print } from 'graphql';
import { selectsFloats } from '../plan/selects-floats.ts';
import { Call, type CallTemplate, headOf, variablesText } from './call.ts';
import { compileEntityField, type EntityField, type Question } from './entity-field.ts';
import { type EntityFetchOptions, sendQuestions } from './entity-fetch.ts';
import type { FlatFetch } from './flat-fetch.ts';
import type { Running, Step } from './request.ts';

/**
 * Fetches of entities from one subgraph as one request. Those with the same inputs and selections share a field, the others
 * stand beside each other under aliases. A request that fails as a whole is repeated with one request for each fetch: one
 * bad representation must not take the answers of others away.
 */
export function compileMergedFetch<Context>(
  options: EntityFetchOptions<Context>,
  fetches: readonly [FlatFetch, ...FlatFetch[]],
): Step<Context> {
  const fields = fieldsOf(options, fetches);
  const requestFor = createRequests(options, fetches);
  const usages = [...new Set(fetches.flatMap(({ node }) => node.variableUsages))];

  const send = (running: Running<Context>, active: readonly ActiveField[]): Promise<boolean> => {
    const { template, head } = requestFor(active);
    const lists = active.map(({ field, question }) => `"${field.variable}":[${question.representations}]`);
    const variables = `{${lists.join()}${variablesText(usages, running.variables)}}`;
    const questions = active.map(({ field, question }) => ({ alias: field.alias, question }));
    const canBeParted = active.length > 1 || active.some(isShared);
    return sendQuestions(options, running, new Call(template, head, variables, running), questions, canBeParted);
  };
  return async (running) => {
    const active = fields.flatMap((field) => activeOf(field, running));
    if (active.length === 0) return;
    const isAnswered = await send(running, active);
    if (isAnswered) return;
    const parts = active.flatMap((one) => (isShared(one) ? one.field.members.flatMap((member) => activeOf(member, running)) : [one]));
    await Promise.all(parts.map((part) => send(running, [part])));
  };
}

function activeOf(field: MergedField, running: Running<unknown>): ActiveField[] {
  const question = field.ask(running);
  return question ? [{ field, question }] : [];
}

/** Whether more than one fetch asks something by this field. */
function isShared({ field, question }: ActiveField): boolean {
  return field.members.length > 0 && question.asked.filter(({ sent }) => sent.some((representation) => representation >= 0)).length > 1;
}

interface MergedField extends EntityField {
  readonly alias: string;
  /** Holds the field's representations. */
  readonly variable: string;
  readonly selections: string;
  /** The client's variables in it. */
  readonly usages: ReadonlySet<string>;
  /** Its fetches as fields of their own; none where there is but one. */
  readonly members: readonly MergedField[];
}

interface ActiveField {
  readonly field: MergedField;
  readonly question: Question;
}

function fieldsOf<Context>(options: EntityFetchOptions<Context>, fetches: readonly FlatFetch[]): MergedField[] {
  const groups = new Map<string, [FlatFetch, ...FlatFetch[]]>();
  for (const fetch of fetches) {
    const group = groups.get(fetch.question);
    if (group) group.push(fetch);
    else groups.set(fetch.question, [fetch]);
  }
  const prefix = unusedPrefix(fetches);
  const fieldOf = (group: readonly [FlatFetch, ...FlatFetch[]], index: number): MergedField => ({
    ...compileEntityField(options, group, options.gatherFor, options.knowledgeOf(group[0])),
    alias: `e${index}`,
    variable: `${prefix}${index}`,
    selections: group[0].operation.selections,
    usages: new Set(group[0].node.variableUsages),
    members: group.length > 1 ? group.map((fetch) => fieldOf([fetch], index)) : [],
  });
  return [...groups.values()].map(fieldOf);
}

/** Names that no variable of the client has: its `$r0` must not be taken for representations. */
function unusedPrefix(fetches: readonly FlatFetch[]): string {
  const taken = fetches.flatMap(({ node }) => node.variableUsages);
  let prefix = 'r';
  while (taken.some((name) => name.startsWith(prefix))) prefix += '_';
  return prefix;
}

interface Request {
  readonly template: CallTemplate;
  readonly head: string;
}

/** The request for those fields that have something to ask, made once for each combination. */
function createRequests<Context>({ schema }: EntityFetchOptions<Context>, [first, ...others]: readonly [FlatFetch, ...FlatFetch[]]) {
  const { serviceName: service, operationKind: type, operationName } = first.node;
  const definitions = new Map(
    [first, ...others].flatMap(({ operation: { operation } }) =>
      (operation.variableDefinitions ?? []).map((definition) => [definition.variable.name.value, print(definition)]),
    ),
  );
  definitions.delete(first.node.representations);
  const floats = [first, ...others].some(({ operation: { selectionSet, fragments } }) =>
    selectsFloats(schema, null, selectionSet, fragments),
  );
  const made = new Map<string, Request>();

  const make = (active: readonly ActiveField[]): Request => {
    const selected = active.map(({ field }) => `${field.alias}:_entities(representations:$${field.variable})${field.selections}`).join(' ');
    const used = [...definitions].flatMap(([name, definition]) => (active.some(({ field }) => field.usages.has(name)) ? [definition] : []));
    const variables = [...active.map(({ field }) => `$${field.variable}:[_Any!]!`), ...used].join();
    const template = {
      service,
      type,
      query: `query ${operationName ?? ''}(${variables}){${selected}}`,
      operationName,
      selectsFloats: floats,
    };
    return { template, head: headOf(template) };
  };
  return (active: readonly ActiveField[]): Request => {
    const key = active.map(({ field }) => field.alias).join();
    const request = made.get(key) ?? make(active);
    if (made.size < MAX_COMBINATIONS) made.set(key, request);
    return request;
  };
}

const MAX_COMBINATIONS = 64;
