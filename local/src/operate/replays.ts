import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { Projections, Replay } from './answers.ts';
import { askAll, change, selectionOf } from './asking.ts';
import { type Options, WrongUse } from './command-line.ts';
import { Refused, type Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { differs, progressAsText, replaysAsText } from './texts.ts';
import { Away, type Way } from './ways.ts';

const REPLAY = selectionOf(Replay.omit({ differences: true })) + ' differences';
const LOOK_MS = 250;

/** Compares projections with what events make of them, or puts that in place, one after the other. */
export async function rebuild(
  ways: readonly Way[],
  names: readonly string[],
  { replace, reason }: Options,
  terminal: Terminal,
): Promise<Outcome> {
  const known = await knownProjections(ways);
  const wanted = names.map((name) => {
    const found = known.find(({ projection }) => projection === name);
    if (!found) throw new WrongUse(`There is no projection "${name}"; there are ${known.map(({ projection }) => projection).join(', ')}.`);
    return found;
  });
  const done: Replay[] = [];
  for (const { way, projection } of wanted) {
    const input = { projection, mustBeEmpty: false, isPutInPlace: replace, reason: reason ?? 'Compared with what events say.' };
    done.push(await run(way, input, terminal));
  }
  const isDifferent = !replace && done.some(({ differences }) => differences?.some(differs));
  return { json: { replays: done }, text: replaysAsText(done), isDifferent };
}

/** Fills those projections of a group that are empty with the events from a place on. */
export async function replay(
  ways: readonly Way[],
  { group, from = '', projection, empty, reason }: Options,
  terminal: Terminal,
): Promise<Outcome> {
  const known = (await knownProjections(ways)).filter(({ groups }) => groups.includes(group ?? ''));
  const wanted = known.filter((one) => projection === undefined || one.projection === projection);
  if (wanted.length === 0)
    throw new WrongUse(
      projection === undefined ? `The group "${group}" has no projection.` : `The group "${group}" has no projection "${projection}".`,
    );
  const place = placeIn(from);
  const done: Replay[] = [];
  for (const one of wanted) {
    const input = {
      projection: one.projection,
      ...place,
      mustBeEmpty: !empty,
      isPutInPlace: true,
      reason: reason ?? `Replayed from ${from}.`,
    };
    done.push(await run(one.way, input, terminal));
  }
  return { json: { replays: done }, text: replaysAsText(done) };
}

function placeIn(from: string): { readonly from?: string; readonly offset?: number } {
  if (from === 'beginning') return {};
  if (/^\d{1,15}$/.test(from)) return { offset: Number(from) };
  const time = /^\d{4}-\d\d-\d\d/.test(from) ? Date.parse(from) : NaN;
  if (Number.isNaN(time)) throw new WrongUse('--from is an instant like 2026-11-01T00:00Z, an offset like 1200, or "beginning".');
  return { from: new Date(time).toISOString() };
}

async function knownProjections(ways: readonly Way[]) {
  const { answers, away } = await askAll(ways, '{ eventFlow { consumers { group } projections { name } } }', {});
  if (away.length > 0) throw new Away(away.join(' '));
  return answers.flatMap(({ service, answer }) => {
    const { consumers, projections } = z.object({ eventFlow: Projections }).parse(answer).eventFlow;
    const way = ways.find((one) => one.service === service);
    return way ? projections.map(({ name }) => ({ way, projection: name, groups: consumers.map(({ group }) => group) })) : [];
  });
}

/** Starts a replay, and tells on the way how far it is. */
async function run(way: Way, input: object, terminal: Terminal): Promise<Replay> {
  const start = `mutation ($input: ReplayStartInput!) { done: replayStart(input: $input) { replay { ${REPLAY} } userErrors { code message field } } }`;
  let { replay } = await change(way, start, input, { replay: Replay });
  while (replay.status === 'RUNNING') {
    terminal.progress(progressAsText(replay), false);
    await sleep(LOOK_MS);
    const answer = await way.ask(`query ($id: ID!) { replay(id: $id) { ${REPLAY} } }`, { id: replay.id });
    ({ replay } = z.object({ replay: Replay }).parse(answer));
  }
  terminal.progress(progressAsText(replay), true);
  if (replay.status !== 'DONE') throw new Refused(`${replay.projection} is as it was: ${replay.lastError ?? 'it was cancelled.'}`);
  return replay;
}
