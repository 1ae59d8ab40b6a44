import type { SubgraphAnswer, SubgraphCall } from '@agora/executor';
import type { SubgraphRequest } from '@agora/platform/graph/subgraph';
import type { GatewayContext } from '../context.ts';

export type LinkCall = Pick<
  SubgraphCall<GatewayContext>,
  'type' | 'query' | 'operationName' | 'selectsFloats' | 'body' | 'variables' | 'context'
>;

/** The way to one subgraph: in this process, or over HTTP and WebSocket. */
export interface SubgraphLink {
  readonly name: string;
  /** Rejects when the subgraph cannot be reached, does not answer in time or answers no GraphQL. Each answer is the caller's to change. */
  execute(call: LinkCall): Promise<SubgraphAnswer>;
  /** Whether the subgraph answers at all, past everything else that it is asked; rejects with why it does not. */
  probe(call: LinkCall): Promise<void>;
  /** Opens the way anew where it has been silent for too long although the subgraph answers probes; whether it has. */
  renewSilent(): boolean;
  /**
   * Resolves once the subgraph can be expected to stream; rejects when it cannot be reached. A stream that breaks
   * rejects; its `return()` releases the subgraph at once.
   */
  subscribe(request: SubgraphRequest): Promise<AsyncIterator<SubgraphAnswer> | SubgraphAnswer>;
  stop(): Promise<void>;
}

/** Whether `subscribe` was answered with events, not with a refusal. */
export function isStream(result: AsyncIterator<SubgraphAnswer> | SubgraphAnswer): result is AsyncIterator<SubgraphAnswer> {
  return 'next' in result;
}
