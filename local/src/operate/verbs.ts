import { prefixOf } from '@agora/platform/ids';
import { serviceOfId } from '@agora/platform/operator/service-ids';
import * as z from 'zod';
import { Entry, Flow, Head, HeadWithData, Saga } from './answers.ts';
import { askAll, change, selectionOf } from './asking.ts';
import { type CommandLine, type Options, type Verb, WrongUse } from './command-line.ts';
import { type Outcome, Refused } from './outcome.ts';
import { rebuild, replay } from './replays.ts';
import type { Terminal } from './terminal.ts';
import { actsAsText, entriesAsText, flowsAsText, headsAsText, letterAsText, sagasAsText } from './texts.ts';
import { Away, type Way } from './ways.ts';

const [HEAD, ENTRY, SAGA] = [selectionOf(Head), selectionOf(Entry), selectionOf(Saga)];
const USER_ERRORS = 'userErrors { code message field }';

export function run({ verb, operands, options }: CommandLine, ways: readonly Way[], terminal: Terminal): Promise<Outcome> {
  return VERBS[verb](ways, operands, options, terminal);
}

type Run = (ways: readonly Way[], operands: readonly string[], options: Options, terminal: Terminal) => Promise<Outcome>;

const VERBS: Readonly<Record<Verb, Run>> = {
  async status(ways) {
    const query = `{ eventFlow { unpublishedCount oldestUnpublishedAt
      consumers { group topics { topic lag: messages } lag parkedKeyCount deadLetterCount } } stuck: parkedKeyCount(filter: { isDead: true }) }`;
    const Answer = z.object({ eventFlow: Flow, stuck: z.number() });
    const { answers, away } = await askAll(ways, query, {});
    const flows = answers.map(({ service, answer }) => {
      const { eventFlow, stuck } = Answer.parse(answer);
      return { service, ...eventFlow, deadLetterCount: stuck };
    });
    return { json: { services: flows }, text: flowsAsText(flows), away };
  },

  parked: (ways, _, options) => heads(ways, options, {}),
  dead: (ways, _, options) => heads(ways, options, { isDead: true }),

  async show(ways, [id = '']) {
    const letter = z
      .object({ deadLetter: HeadWithData.nullable() })
      .parse(await wayOf(ways, id).ask(`query ($id: ID!) { deadLetter(id: $id) { ${HEAD} data } }`, { id })).deadLetter;
    if (!letter) throw new Refused('This event is not dead any more.');
    return { json: letter, text: letterAsText(letter) };
  },

  async retry(ways, ids) {
    const byWay = Map.groupBy(ids, (id) => wayOf(ways, id));
    const retried: string[] = [];
    for (const [way, deadLetterIds] of byWay) {
      const query = `mutation ($input: DeadLetterRetryInput!) { done: deadLetterRetry(input: $input) { retriedIds ${USER_ERRORS} } }`;
      const { retriedIds } = await change(way, query, { deadLetterIds }, { retriedIds: z.array(z.string()) });
      retried.push(...retriedIds);
    }
    return { json: { retriedIds: retried }, text: actsAsText('Will be tried again within seconds', retried) };
  },

  async skip(ways, [deadLetterId = ''], { reason }) {
    const query = `mutation ($input: DeadLetterSkipInput!) { done: deadLetterSkip(input: $input) { skippedId ${USER_ERRORS} } }`;
    const { skippedId } = await change(wayOf(ways, deadLetterId), query, { deadLetterId, reason }, { skippedId: z.string() });
    return { json: { skippedId }, text: actsAsText('Dropped; those behind it go on', [skippedId]) };
  },

  async 'retry-key'(ways, [service = '', group, topic, key]) {
    const [way] = onlyOf(ways, [service]);
    if (!way) throw new WrongUse(`There is no service "${service}".`);
    const query = `mutation ($input: ParkedKeyRetryInput!) { done: parkedKeyRetry(input: $input) { parkedKey { ${HEAD} } ${USER_ERRORS} } }`;
    const { parkedKey } = await change(way, query, { group, topic, key }, { parkedKey: Head.nullable() });
    return { json: { parkedKey }, text: parkedKey ? `Tried now:\n${headsAsText([parkedKey])}` : 'Nothing of this key waits any more.' };
  },

  async stuck(ways, _, { services, limit }) {
    const { answers, away } = await askAll(onlyOf(ways, services), `query ($max: Int!) { rows: stuckSagas(max: $max) { ${SAGA} } }`, {
      max: limit,
    });
    const sagas = answers
      .flatMap(({ answer }) => z.object({ rows: z.array(Saga) }).parse(answer).rows)
      .sort((a, b) => Number(a.stuckAt > b.stuckAt) - Number(a.stuckAt < b.stuckAt))
      .slice(0, limit);
    return { json: { sagas }, text: sagasAsText(sagas), away };
  },

  async 'retry-saga'(ways, [id = '']) {
    const query = `mutation ($input: SagaRetryInput!) { done: sagaRetry(input: $input) { sagaId ${USER_ERRORS} } }`;
    const { sagaId } = await change(await wayOfSaga(ways, id), query, { sagaId: id }, { sagaId: z.string() });
    return { json: { sagaId }, text: actsAsText('Goes on', [sagaId]) };
  },

  async 'compensate-saga'(ways, [id = ''], { reason }) {
    const query = `mutation ($input: SagaCompensateInput!) { done: sagaCompensate(input: $input) { sagaId ${USER_ERRORS} } }`;
    const { sagaId } = await change(await wayOfSaga(ways, id), query, { sagaId: id, reason }, { sagaId: z.string() });
    return { json: { sagaId }, text: actsAsText('Given up; what it did is undone', [sagaId]) };
  },

  rebuild,
  replay: (ways, _, options, terminal) => replay(ways, options, terminal),

  async audit(ways, _, { services, limit, subject, actor, event, trace }) {
    const filter = {
      ...(subject && { subjectIds: [subject] }),
      ...(actor && { actorIds: [actor] }),
      ...(event && { eventNames: [event] }),
      ...(trace && { traceId: trace }),
    };
    const query = `query ($page: PageInput!, $filter: AuditFilterInput) { rows: auditEntries(page: $page, filter: $filter) { ${ENTRY} } }`;
    const { answers, away } = await askAll(onlyOf(ways, services), query, { filter, page: { size: limit, isLast: false } });
    const entries = answers
      .flatMap(({ answer }) => z.object({ rows: z.array(Entry) }).parse(answer).rows)
      .sort((a, b) => byTime(b, a))
      .slice(0, limit);
    return { json: { entries }, text: entriesAsText(entries), away };
  },
};

async function heads(ways: readonly Way[], { services, limit }: Options, filter: object): Promise<Outcome> {
  const query = `query ($page: PageInput!, $filter: ParkedFilterInput) { rows: parkedKeys(page: $page, filter: $filter) { ${HEAD} } }`;
  const { answers, away } = await askAll(onlyOf(ways, services), query, { filter, page: { size: limit, isLast: false } });
  const found = answers
    .flatMap(({ answer }) => z.object({ rows: z.array(Head) }).parse(answer).rows)
    .sort(byTime)
    .slice(0, limit);
  return { json: { keys: found }, text: headsAsText(found), away };
}

/** What is of one time stays in its service's order. */
function byTime({ place: a }: Pick<Head, 'place'>, { place: b }: Pick<Head, 'place'>): number {
  return Number(a.time > b.time) - Number(a.time < b.time);
}

function onlyOf(ways: readonly Way[], services: readonly string[]): readonly Way[] {
  const unknown = services.find((name) => !ways.some(({ service }) => service === name));
  if (unknown !== undefined)
    throw new WrongUse(`There is no service "${unknown}"; there are ${ways.map(({ service }) => service).join(', ')}.`);
  return services.length === 0 ? ways : ways.filter(({ service }) => services.includes(service));
}

function wayOf(ways: readonly Way[], id: string): Way {
  const names = ways.map(({ service }) => service);
  const way = ways.find(({ service }) => service === serviceOfId('dlt', id, names));
  if (!way) throw new WrongUse(prefixOf(id) === 'dlt' ? 'There is no such event.' : `"${id}" is no id of a dead event: dlt_…`);
  return way;
}

/** The service whose saga it is: its id does not say. */
async function wayOfSaga(ways: readonly Way[], id: string): Promise<Way> {
  const { answers, away } = await askAll(ways, 'query ($id: ID!) { saga: stuckSaga(id: $id) { id } }', { id });
  const found = answers.find(({ answer }) => answer['saga'] !== null);
  const way = ways.find(({ service }) => service === found?.service);
  if (way) return way;
  if (away.length > 0) throw new Away(away.join(' '));
  throw new Refused(`Nothing with the id "${id}" is stuck.`);
}
