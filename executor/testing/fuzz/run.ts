import type { DocumentNode } from 'graphql';
import { Executor } from '../../src/executor.ts';
import { Planner } from '../../src/plan/planner.ts';
import { differences, type Difference, type Outcome } from './compare.ts';
import { NO_FAULTS, World, type Faults } from './data.ts';
import { isKnown, type Circumstances } from './known-differences.ts';
import { randomOperation, type RandomOperation } from './operation.ts';
import { Random } from './random.ts';
import { PLANNER_CONFIG, Stock } from './stock.ts';
import { randomGraph, type RandomGraph } from './supergraph.ts';
import { tortureGraph } from './torture.ts';

const CASES_PER_GRAPH = 40;

export type Mode = (typeof MODES)[number];

const MODES = ['merged', 'plain'] as const;

export interface Case {
  readonly number: number;
  readonly graph: RandomGraph;
  readonly operation: RandomOperation;
  readonly faults: Faults;
}

/** A difference between stock's answer and ours that is not stock's known fault, unless `reason` says which. */
export interface Finding {
  readonly case: Case;
  readonly mode: Mode;
  readonly difference: Difference;
  readonly reason: string | null;
}

export interface Summary {
  readonly cases: number;
  readonly equal: number;
  readonly refusedByBoth: number;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly cases: number;
  /** The number of the first case. */
  readonly from?: number;
  readonly onFinding: (finding: Finding) => void;
  /** Changes our answers, to see whether the comparison notices. */
  readonly spoil?: (own: Outcome) => Outcome;
}

/** Compares our executor with stock's on random operations over random graphs: a case follows from the seed and its number. */
export async function fuzz({ seed, cases, from = 0, onFinding, spoil = (own) => own }: FuzzOptions): Promise<Summary> {
  let [equal, refusedByBoth] = [0, 0];
  let bench: Bench | null = null;
  for (let number = from; number < from + cases; number++) {
    const graphNumber = Math.floor(number / CASES_PER_GRAPH);
    if (bench?.graphNumber !== graphNumber) {
      await bench?.stock.stop();
      bench = await benchOf(seed, graphNumber);
    }
    const { outcome, findings } = await compareCase(bench, randomCase(bench, seed, number), spoil);
    findings.forEach(onFinding);
    if (findings.length === 0) equal++;
    if (findings.length === 0 && outcome.refused !== undefined) refusedByBoth++;
  }
  await bench?.stock.stop();
  return { cases, equal, refusedByBoth };
}

/** A graph with everything that runs it. */
interface Bench {
  readonly graphNumber: number;
  readonly graph: RandomGraph;
  readonly world: World;
  readonly stock: Stock;
  readonly merged: Executor;
  readonly plain: Executor;
}

async function benchOf(seed: number, graphNumber: number): Promise<Bench> {
  const graph = graphNumber % 10 === 0 ? tortureGraph() : randomGraph(seed, 'graph', graphNumber);
  const world = new World(graph.typeDefs);
  const planner = Planner.of(graph.supergraphSdl, PLANNER_CONFIG);
  const executor = (mergeFetches: boolean) =>
    new Executor({
      planner,
      mergeFetches,
      send: ({ service, query, operationName, body }) =>
        world.answer(service, { query, variables: JSON.parse(body).variables, operationName }),
    });
  return { graphNumber, graph, world, stock: await Stock.of(graph.supergraphSdl, world), merged: executor(true), plain: executor(false) };
}

function randomCase({ graph, stock }: Bench, seed: number, number: number): Case {
  const random = new Random(seed, 'case', number);
  const operation = randomOperation(stock.schema, random);
  return { number, graph, operation, faults: randomFaults(random, Object.keys(graph.typeDefs)) };
}

async function compareCase(
  bench: Bench,
  one: Case,
  spoil: (own: Outcome) => Outcome,
): Promise<{ readonly outcome: Outcome; readonly findings: Finding[] }> {
  bench.world.faults = one.faults;
  bench.world.isRenamed = false;
  bench.world.told.clear();
  const outcome = await stockOutcome(bench.stock, one.operation);
  const toldStock = new Set(bench.world.told);
  const answers = new Map<Mode, OwnAnswers['own']>();
  const told = new Map<Mode, ReadonlySet<string>>();
  for (const mode of MODES) {
    bench.world.told.clear();
    answers.set(mode, spoil(await ownOutcome(bench[mode], one.operation)));
    told.set(mode, new Set(bench.world.told));
  }
  const { isRenamed } = bench.world;
  const findings: Finding[] = [];
  for (const mode of MODES) {
    const own = {
      own: answers.get(mode) ?? {},
      plain: answers.get('plain') ?? {},
      told: told.get(mode) ?? new Set<string>(),
      toldStock,
      isRenamed,
    };
    const found = judged(bench, one, outcome, own);
    const isRace = found.some(({ reason }) => reason === null) && (await agreesInAnotherOrder(bench, one, own));
    findings.push(...found.map(({ difference, reason }) => ({ case: one, mode, difference, reason: reason ?? (isRace ? RACE : null) })));
  }
  bench.world.faults = NO_FAULTS;
  return { outcome, findings };
}

const RACE =
  'two fetches that run at the same time ask for one field, and one of them fails: which is first decides what a third fetch sees';

type OwnAnswers = Pick<Circumstances, 'own' | 'plain' | 'told' | 'toldStock' | 'isRenamed'>;

function judged({ stock: { schema } }: Bench, one: Case, stock: Outcome, answers: OwnAnswers): Pick<Finding, 'difference' | 'reason'>[] {
  return differences(stock, answers.own).map((difference) => ({
    difference,
    reason: isKnown(difference, { ...one, ...answers, schema, stock }),
  }));
}

/** Whether stock says the same as we do where its subgraphs answer in another order. */
async function agreesInAnotherOrder(bench: Bench, one: Case, answers: OwnAnswers): Promise<boolean> {
  try {
    for (let order = 1; order <= MAX_ORDERS; order++) {
      bench.world.order = order;
      const outcome = await stockOutcome(bench.stock, one.operation);
      if (judged(bench, one, outcome, answers).every(({ reason }) => reason !== null)) return true;
    }
    return false;
  } finally {
    bench.world.order = 0;
  }
}

const MAX_ORDERS = 12;

function randomFaults(random: Random, subgraphs: readonly string[]): Faults {
  return {
    seed: random.between(1, 1e9),
    percent: random.pick([0, 0, 2, 5, 15]),
    lax: random.chance(0.4),
    unreachable: random.chance(0.05) ? random.pick(subgraphs) : null,
  };
}

async function stockOutcome(stock: Stock, { document, variables }: RandomOperation): Promise<Outcome> {
  try {
    return await stock.run(document, variables);
  } catch (error) {
    return { refused: String(error) };
  }
}

/** Both forms of our answer, which have to say the same. */
async function ownOutcome(
  executor: Executor,
  { document, variables }: { document: DocumentNode; variables: RandomOperation['variables'] },
): Promise<Outcome> {
  let compiled;
  try {
    compiled = await executor.compile(document);
  } catch (error) {
    return { refused: String(error) };
  }
  const answer = await executor.execute(compiled, variables, undefined);
  const { data, errors } = await executor.executeToText(compiled, variables, undefined);
  const asText = JSON.stringify({ data: data === undefined ? undefined : JSON.parse(data), errors });
  const asValue = JSON.stringify({ data: answer.data, errors: answer.errors });
  if (asText !== asValue) return { refused: `The text and the value of one answer differ: ${asText} ${asValue}` };
  return JSON.parse(asValue);
}
