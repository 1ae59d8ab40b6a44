import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../errors.ts';
import { traceIn } from './event-name.ts';
import { sentences } from './sentences.ts';

/** A process over several services that cannot go on by itself. */
export interface StuckSaga {
  readonly id: string;
  /** What it is about, for example an order. */
  readonly subjectId: string;
  /** The step that it is at. */
  readonly step: string | null;
  readonly reason: string;
  /** RFC 3339, UTC. */
  readonly stuckAt: string;
  readonly traceparent: string;
}

/** The sagas of a service, as an operator sees them; each verb is one transaction. */
export interface Sagas {
  /** The stuck ones, the longest stuck first. */
  list(em: EntityManager, max: number): Promise<StuckSaga[]>;
  /** Null when it is not stuck. */
  find(em: EntityManager, id: string): Promise<StuckSaga | null>;
  /** Has a stuck one go on. @throws NOT_FOUND; CONFLICT when it is not stuck. */
  retry(em: EntityManager, id: string): Promise<void>;
  /** Gives a stuck one up and undoes what it did. @throws NOT_FOUND; CONFLICT when it is too late for that. */
  compensate(em: EntityManager, id: string, reason: string): Promise<void>;
}

/** Of a service that has none. */
export const noSagas: Sagas = {
  list: async () => [],
  find: async () => null,
  retry: noSuchSaga,
  compensate: noSuchSaga,
};

/** As the operators' graph of a service answers it. */
export function toldSaga(service: string, { traceparent, ...saga }: StuckSaga) {
  return { ...saga, service, traceId: traceIn(traceparent) };
}

async function noSuchSaga(): Promise<never> {
  throw new Refusal('NOT_FOUND', sentences.noSuchSaga, ['sagaId']);
}
