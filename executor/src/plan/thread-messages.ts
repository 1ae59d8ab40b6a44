import type { QueryPlannerConfig } from '@apollo/query-planner';
import type { PlannedOperation } from './planned.ts';

/** What the thread of a planner is begun with. */
export interface ThreadData {
  readonly supergraphSdl: string;
  readonly config: QueryPlannerConfig;
}

/** What a thread has read from the supergraph: the schemas that clients and subgraphs are asked by, and the labels of `@override`. */
export interface PlannerBeginning {
  readonly sdl: { readonly api: string; readonly full: string };
  readonly overrideLabels: readonly string[];
}

/** The first thing that a thread says. */
export type ThreadBegun = PlannerBeginning | { readonly failed: Thrown };

export interface PlanRequest {
  readonly text: string;
  readonly overridden: readonly string[];
}

/** A thread answers one request after the other. */
export type PlanAnswer = { readonly cpuMs: number } & (
  | { readonly planned: PlannedOperation }
  | { readonly refused: { readonly message: string; readonly code: unknown; readonly cause: Thrown | undefined } }
  | { readonly failed: Thrown }
);

/** An error as it crosses threads: with the place where it was thrown. */
export interface Thrown {
  readonly message: string;
  readonly stack: string | undefined;
}

export function thrownOf(error: unknown): Thrown {
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error), stack: undefined };
}

export function errorOf({ message, stack }: Thrown): Error {
  return Object.assign(new Error(message), stack !== undefined && { stack });
}
