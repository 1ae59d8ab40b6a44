import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { ApolloGateway } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import { GraphQLError, print } from 'graphql';
import { type PlannerSupergraph, plannerSupergraph } from '../supergraph/planner-supergraph.ts';
import { Planner, plannerConfig } from './planner.ts';
import { type PlanAnswer, type PlanRequest, type ThreadBegun, type ThreadData, thrownOf } from './thread-messages.ts';

/** By then what comes first has been planned. */
const GIVE_BACK_AFTER_MS = 10_000;

// The program of a planning thread.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
const planner = await begin(workerData as ThreadData);
setTimeout(giveBackMemory, GIVE_BACK_AFTER_MS).unref();
parentPort?.on('message', (request: PlanRequest) => parentPort?.postMessage(answer(request)));

async function begin(data: ThreadData): Promise<Planner | null> {
  const say = (begun: ThreadBegun) => parentPort?.postMessage(begun);
  try {
    const prepared = plannerSupergraph(data.supergraphSdl);
    const made = new Planner(data.supergraphSdl, prepared, await loadedByGateway(prepared, data));
    say({ sdl: made.sdl, overrideLabels: made.overrideLabels });
    return made;
  } catch (error) {
    say({ failed: thrownOf(error) });
    return null;
  }
}

/** @apollo/gateway reads the supergraph and has the planner; it asks no subgraph, for the executor does. */
async function loadedByGateway({ document, isValid }: PlannerSupergraph, { config }: ThreadData): Promise<QueryPlanner> {
  const gateway = new ApolloGateway({
    supergraphSdl: print(document),
    validateSupergraph: isValid,
    queryPlannerConfig: plannerConfig(config),
    buildService: ({ name }) => ({ process: () => Promise.reject(new Error(`The executor asks ${name}, nobody else.`)) }),
    logger: { debug() {}, info() {}, warn() {}, error() {} }, // what is wrong with the supergraph it throws
  });
  await gateway.load();
  const { queryPlanner } = gateway.__testing(); // its one door to it
  if (!queryPlanner) throw new Error('@apollo/gateway has made no planner.');
  return queryPlanner;
}

/** Reading a supergraph takes far more than is left of it, and V8 collects nothing in a thread that computes little from then on. */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NonNullable<typeof globalThis.gc>;
  void collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

function answer({ text, overridden }: PlanRequest): PlanAnswer {
  let cpuMs = 0;
  const account = { asker: '', refusal: () => null, spent: (ms: number) => void (cpuMs += ms), lost: () => {} };
  try {
    if (!planner) throw new Error('There is no supergraph to plan by.');
    const planned = planner.planText(text, overridden, account);
    return { planned, cpuMs };
  } catch (error) {
    if (!(error instanceof GraphQLError)) return { failed: thrownOf(error), cpuMs };
    const { message, extensions, originalError } = error;
    return { refused: { message, code: extensions['code'], cause: originalError && thrownOf(originalError) }, cpuMs };
  }
}
