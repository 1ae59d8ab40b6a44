import { setImmediate as pause } from 'node:timers/promises';
import { Executor, KeptPlans, PlannerThread, type Send, ThreadLost } from '@agora/executor';
import { messageOf } from '@agora/platform/errors';
import type { Logger } from '@agora/platform/observe/logging';
import { SettingsError } from '@agora/platform/service/settings';
import { admitEverything, type Admit, createAdmit } from './admission/admit.ts';
import { type Barred, createBarred, nothingBarred } from './admission/barred.ts';
import { createIsPublic, everythingIsPublic, type IsPublic } from './admission/public-operations.ts';
import { createLookUp, type LookUp } from './admission/look-up.ts';
import { refineScalars } from './agora-scalars.ts';
import type { Allowance } from './allowance.ts';
import type { AskerBudgets } from './budgets/asker-budgets.ts';
import type { GatewayConfig } from './config.ts';
import type { GatewayContext } from './context.ts';
import { createCostOf } from './cost/operation-cost.ts';
import { readWeights } from './cost/weights.ts';
import { Documents } from './documents.ts';
import { SchemaFile } from './door/schema-file.ts';
import type { ErrorPolicy } from './errors/policy.ts';
import type { SubgraphLink } from './links/link.ts';
import { createSubscribe, type Subscribe } from './subscriptions/subscribe.ts';
import type { SupergraphSource } from './supergraph.ts';
import type { TrustedDocuments } from './trusted/trusted-documents.ts';

export interface ServedGraphOptions {
  readonly config: GatewayConfig;
  readonly budgets: AskerBudgets;
  readonly send: Send<GatewayContext>;
  readonly links: Readonly<Record<string, SubgraphLink>>;
  readonly trusted: TrustedDocuments | null;
  /** What the open live operations of each asker cost together. */
  readonly liveCosts: Allowance;
  readonly errorPolicy: ErrorPolicy;
  readonly log: Logger;
}

/** All that follows from one supergraph. What was looked up in one is answered by the same, whichever is served by then. */
export interface ServedGraph {
  readonly supergraph: SupergraphSource;
  readonly planner: PlannerThread;
  readonly executor: Executor<GatewayContext>;
  readonly documents: Documents;
  readonly lookUp: LookUp;
  readonly admit: Admit;
  readonly barred: Barred;
  readonly isPublic: IsPublic;
  readonly subscribe: Subscribe;
  /** Null where it is not told. */
  readonly schemaFile: SchemaFile | null;
}

/** How what is remembered of clients' documents divides its memory. */
const SHARES = { plans: 1 / 2, documents: 3 / 8 };

/** Resolves once operations can be planned; rejects with a `SettingsError` where the supergraph is none. */
export async function openServedGraph(supergraph: SupergraphSource, options: ServedGraphOptions): Promise<ServedGraph> {
  const { config, budgets, send, links, trusted, liveCosts, errorPolicy, log } = options;
  const isOpen = config.secret === null;
  const planner = await openPlanner(supergraph, config, log);
  const executor = new Executor<GatewayContext>({
    planner,
    send,
    mergeFetches: config.mergesFetches,
    maxAnswerBytes: config.maxAnswerBytes,
    maxOperationBytes: config.documentCacheBytes * SHARES.plans,
  });
  const { schema } = executor;
  if (!isOpen) refineScalars(schema);
  const documents = new Documents({
    schema,
    isLimited: !isOpen,
    maxBytes: config.documentCacheBytes * SHARES.documents,
    isPlanned: (document) => executor.holds(document),
    trusted,
  });
  const admit = isOpen
    ? admitEverything
    : createAdmit({
        costOf: createCostOf(schema, readWeights(supergraph)),
        limit: config.maxOperationCost,
        spend: ({ identity }, cost) => budgets.spend(identity, cost),
      });
  await pause(); // both look at all types, while others are answered by the graph before
  const isPublic = isOpen ? everythingIsPublic : createIsPublic(executor, supergraph);
  await pause();
  return {
    supergraph,
    planner,
    executor,
    documents,
    lookUp: createLookUp(documents, budgets),
    admit,
    barred: isOpen ? nothingBarred : createBarred(executor, supergraph),
    isPublic,
    subscribe: createSubscribe({
      executor,
      links,
      budgets,
      costs: liveCosts,
      errorPolicy,
      resumes: isOpen ? null : supergraph,
      resumeMs: config.resumeMs,
      log,
    }),
    schemaFile: config.publishesSchema ? new SchemaFile(schema) : null,
  };
}

async function openPlanner({ sdl }: SupergraphSource, { planFolder }: GatewayConfig, log: Logger): Promise<PlannerThread> {
  const kept = planFolder === null ? undefined : await openKeptPlans(planFolder, sdl, log);
  const onLost = (reason: Error) => log.error({ err: reason }, 'The thread that plans was lost; another one is begun for what waits.');
  try {
    return await PlannerThread.open({ supergraphSdl: sdl, kept, onLost });
  } catch (error) {
    if (error instanceof ThreadLost) throw error; // for want of memory, say: the supergraph may be a good one
    throw new SettingsError([`The supergraph cannot be taken: ${messageOf(error).split('\n', 1)[0]}`]);
  }
}

async function openKeptPlans(folder: string, supergraphSdl: string, log: Logger): Promise<KeptPlans> {
  const onProblem = (err: unknown) => log.warn({ err }, 'A plan could not be kept, or what was kept could not be read.');
  try {
    return await KeptPlans.open({ folder, supergraphSdl, onProblem });
  } catch (error) {
    throw new SettingsError([`PLAN_FOLDER: the folder ${folder} cannot be written: ${messageOf(error)}`]);
  }
}
