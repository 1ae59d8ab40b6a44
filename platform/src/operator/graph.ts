import { readFile } from 'node:fs/promises';
import type { BaseContext } from '../graph/base-context.ts';
import { createSubgraph, type Subgraph, type SubgraphOptions } from '../graph/subgraph.ts';
import type { Replays } from '../replay/replays.ts';
import { type AuditFilter, auditEntries, auditEntry, countAuditEntries } from './audit.ts';
import { retryDeadLetters, skipDeadLetter } from './dead-letters.ts';
import { eventFlow, type FlowOptions } from './event-flow.ts';
import { countParkedHeads, deadLetter, type ParkedFilter, parkedHeads } from './parked.ts';
import type { PageOfService } from './place.ts';
import { checkedReason } from './reason.ts';
import { type RedeliveryStartInput, type ReplayFilter, type ReplayStartInput, toldReplays } from './replays.ts';
import { retryParkedKey } from './retry-parked-key.ts';
import { noSagas, type Sagas, toldSaga } from './sagas.ts';

const SHARED = new URL('../../../schema/shared.graphql', import.meta.url);
const OWN = new URL('./schema.graphql', import.meta.url);

export interface OperatorGraphOptions
  extends
    Omit<FlowOptions, 'projections'>,
    Pick<SubgraphOptions<BaseContext>, 'database' | 'secret' | 'operationCacheBytes' | 'maxAnswerBytes'> {
  readonly service: string;
  readonly sagas?: Sagas | undefined;
  readonly replays: Replays;
}

/** What an ADMIN may ask one service about its events and sagas, and have done with those that failed. */
export async function createOperatorGraph(options: OperatorGraphOptions): Promise<Subgraph> {
  const sdl = await Promise.all([SHARED, OWN].map((file) => readFile(file, 'utf8')));
  return createSubgraph({
    ...options,
    name: `${options.service}/operate`,
    sdl: sdl.join('\n'),
    resolvers: { operator: resolversOf(options) },
    context: (base) => base,
  });
}

interface Listed<Filter> {
  readonly page: PageOfService;
  readonly filter?: Filter | null;
}

const resolversOf = (options: OperatorGraphOptions) => {
  const { service, group, sagas = noSagas, replays } = options;
  const told = toldReplays(service, group, replays);
  return {
    Query: {
      eventFlow: (_: unknown, __: unknown, { em }: BaseContext) => eventFlow(em, { ...options, projections: replays.projections }),
      parkedKeys: (_: unknown, { page, filter }: Listed<ParkedFilter>, { em }: BaseContext) => parkedHeads(em, service, page, filter ?? {}),
      parkedKeyCount: (_: unknown, { filter }: Listed<ParkedFilter>, { em }: BaseContext) => countParkedHeads(em, filter ?? {}),
      deadLetter: (_: unknown, { id }: { id: string }, { em }: BaseContext) => deadLetter(em, service, id),
      auditEntries: (_: unknown, { page, filter }: Listed<AuditFilter>, { em }: BaseContext) =>
        auditEntries(em, service, page, filter ?? {}),
      auditEntryCount: (_: unknown, { filter }: Listed<AuditFilter>, { em }: BaseContext) => countAuditEntries(em, filter ?? {}),
      auditEntry: (_: unknown, { id }: { id: string }, { em }: BaseContext) => auditEntry(em, service, id),
      stuckSagas: async (_: unknown, { max }: { max: number }, { em }: BaseContext) =>
        (await sagas.list(em, max)).map((saga) => toldSaga(service, saga)),
      stuckSaga: async (_: unknown, { id }: { id: string }, { em }: BaseContext) => {
        const saga = await sagas.find(em, id);
        return saga && toldSaga(service, saga);
      },
      replays: (_: unknown, { page, filter }: Listed<ReplayFilter>, { em }: BaseContext) => told.page(em, page, filter ?? {}),
      replayCount: (_: unknown, { filter }: Listed<ReplayFilter>, { em }: BaseContext) => told.count(em, filter ?? {}),
      replay: (_: unknown, { id }: { id: string }, { em }: BaseContext) => told.find(em, id),
    },
    Mutation: {
      deadLetterRetry: async (_: unknown, { input }: Given<{ deadLetterIds: string[] }>, { em }: BaseContext) => ({
        retriedIds: await retryDeadLetters(em, { service, ids: input.deadLetterIds }),
      }),
      deadLetterSkip: async (_: unknown, { input }: Given<{ deadLetterId: string; reason: string }>, { em }: BaseContext) => ({
        skippedId: await skipDeadLetter(em, { service, id: input.deadLetterId, reason: input.reason }),
      }),
      parkedKeyRetry: async (_: unknown, { input }: Given<{ group: string; topic: string; key: string }>, { em }: BaseContext) => ({
        parkedKey: await retryParkedKey(em, { service, ...input }),
      }),
      sagaRetry: async (_: unknown, { input: { sagaId } }: Given<{ sagaId: string }>, { em }: BaseContext) => {
        await sagas.retry(em, sagaId);
        return { sagaId };
      },
      sagaCompensate: async (_: unknown, { input: { sagaId, reason } }: Given<{ sagaId: string; reason: string }>, { em }: BaseContext) => {
        await sagas.compensate(em, sagaId, checkedReason(reason));
        return { sagaId };
      },
      replayStart: async (_: unknown, { input }: Given<ReplayStartInput>, { em }: BaseContext) => ({ replay: await told.start(em, input) }),
      redeliveryStart: async (_: unknown, { input }: Given<RedeliveryStartInput>, { em }: BaseContext) => ({
        replay: await told.redeliver(em, input),
      }),
      replayCancel: async (_: unknown, { input: { replayId } }: Given<{ replayId: string }>, { em }: BaseContext) => ({
        replay: await told.cancel(em, replayId),
      }),
    },
  };
};

interface Given<Input> {
  readonly input: Input;
}
