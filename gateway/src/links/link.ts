import type { SubgraphRequest } from '@agora/platform/subgraph';
import type { GraphQLFormattedError } from 'graphql';

export interface Answer {
  /** Absent when the request was refused before anything was executed. */
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The way to one subgraph: in this process, or over HTTP and WebSocket. */
export interface SubgraphLink {
  readonly name: string;
  /** Rejects when the subgraph cannot be reached, does not answer in time or answers no GraphQL. Each answer is the caller's to change. */
  execute(request: SubgraphRequest): Promise<Answer>;
  /**
   * Resolves once the subgraph can be expected to stream; rejects when it cannot be reached. A stream that breaks
   * rejects; its `return()` releases the subgraph at once.
   */
  subscribe(request: SubgraphRequest): Promise<AsyncIterator<Answer> | Answer>;
  stop(): Promise<void>;
}

/** Whether `subscribe` was answered with events, not with a refusal. */
export function isStream(result: AsyncIterator<Answer> | Answer): result is AsyncIterator<Answer> {
  return 'next' in result;
}
