import { compileGather } from '../data/places.ts';
import type { PlannedOperation } from '../plan/planned.ts';
import type { PlanNode } from '../plan/nodes.ts';
import type { Compilation } from './compilation.ts';
import { compileEntityFetch } from './entity-fetch.ts';
import type { Knowledge } from './entity-field.ts';
import { type FlatFetch, flatFetches, isOn } from './flat-fetch.ts';
import { compileMergedFetch } from './merged-fetch.ts';
import type { Running, Step } from './request.ts';
import { compileRootFetch } from './root-fetch.ts';
import { predecessorsOf, scheduleMerged, type ScheduledRequest } from './schedule.ts';
import { type Source, sourcesOf } from './sources.ts';
import { createUnifiedGather } from './unified-places.ts';

/** What is run for each request. Mutations, whose fields have effects, keep the plan's own order. */
export function compilePlan<Context>(
  compilation: Compilation<Context>,
  { plan, operation }: Pick<PlannedOperation, 'plan' | 'operation'>,
  mergesFetches: boolean,
): Step<Context> {
  if (!plan) return () => undefined;
  return mergesFetches && operation.operation !== 'mutation' ? compileMerged(compilation, plan) : compilePlain(compilation, plan);
}

function compileMerged<Context>(compilation: Compilation<Context>, plan: PlanNode): Step<Context> {
  const schedule = scheduleMerged(flatFetches(plan));
  const options = {
    ...compilation,
    gatherFor: createUnifiedGather(compilation, schedule),
    knowledgeOf: createKnowledge(compilation, schedule),
  };
  const requests = schedule.map(({ fetches: [first, ...others], after }) => ({
    after,
    step: others.length > 0 ? compileMergedFetch(options, [first, ...others]) : compileOne(options, first),
  }));
  const [only] = requests;
  if (only && requests.length === 1) return only.step;
  return (running) => {
    const answered: Promise<unknown>[] = [];
    for (const { after, step } of requests) {
      const needed = answered.filter((_, index) => after.includes(index));
      answered.push(needed.length > 0 ? Promise.all(needed).then(() => step(running)) : Promise.resolve(step(running)));
    }
    return Promise.all(answered);
  };
}

function compilePlain<Context>(compilation: Compilation<Context>, plan: PlanNode): Step<Context> {
  const options = {
    ...compilation,
    gatherFor: ({ path }: FlatFetch) => {
      const gather = compileGather(path);
      return ({ data }: Pick<Running<unknown>, 'data'>) => ({ objects: gather([data]) });
    },
    knowledgeOf: () => null,
  };
  const fetches = new Map(flatFetches(plan).map((fetch) => [fetch.node, fetch]));
  const compile = (node: PlanNode): Step<Context> => {
    switch (node.kind) {
      case 'Fetch': {
        const fetch = fetches.get(node);
        if (!fetch) throw new TypeError('A fetch is not in its plan.');
        return compileOne(options, fetch);
      }
      case 'Flatten':
        return compile(node.node);
      case 'Condition': {
        const clauses = [node.ifClause, node.elseClause].flatMap((clause) => (clause ? [compile(clause)] : []));
        return inParallel(clauses);
      }
      case 'Parallel':
        return inParallel(node.nodes.map(compile));
      case 'Sequence': {
        const steps = node.nodes.map(compile);
        return async (running) => {
          for (const step of steps) await step(running);
        };
      }
    }
  };
  return compile(plan);
}

function inParallel<Context>(steps: readonly Step<Context>[]): Step<Context> {
  return (running) => Promise.all(steps.map((step) => Promise.resolve(step(running))));
}

/** A fetch with a request of its own; it looks at the conditions above it itself. */
function compileOne<Context>(options: Parameters<typeof compileEntityFetch<Context>>[0], fetch: FlatFetch): Step<Context> {
  if (fetch.node.requires) return compileEntityFetch(options, fetch);
  const step = compileRootFetch(options, fetch.node, fetch.path, compileGather(fetch.path));
  const { conditions } = fetch;
  return (running) => (isOn(running, conditions) ? step(running) : undefined);
}

/** What of the entities of a fetch may be known already when it comes to them. */
function createKnowledge(
  { schema }: Pick<Compilation<unknown>, 'schema'>,
  schedule: readonly ScheduledRequest[],
): (fetch: FlatFetch) => Knowledge | null {
  const before = predecessorsOf(schedule);
  const entityFetches = schedule.flatMap(({ fetches }, request) =>
    fetches.flatMap((fetch) => (fetch.node.requires && fetch.node.operationKind === 'query' ? [{ fetch, request }] : [])),
  );
  const found = new Map<string, { requests: Set<number>; sources: Source[] }>();
  for (const { fetch, request } of entityFetches) {
    const known = found.get(fetch.question);
    if (known) {
      known.requests.add(request);
      continue;
    }
    const others = schedule.flatMap(({ fetches }, index) => (index === request || before[index]?.has(request) ? [] : fetches));
    found.set(fetch.question, { requests: new Set([request]), sources: sourcesOf(schema, fetch, others) });
  }
  const kept = [...found].flatMap(([question, { requests, sources }]) =>
    requests.size > 1 || sources.length > 0 ? [{ question, sources }] : [],
  );
  return (fetch) => {
    const kind = kept.findIndex(({ question }) => question === fetch.question);
    const sources = kept[kind]?.sources.map((source) => ({ ...source, gather: compileGather(source.path) }));
    return sources ? { kind, sources } : null;
  };
}
