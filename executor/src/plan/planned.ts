import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { FetchNode, PlanNode } from './nodes.ts';

/** An operation and the plan that answers it. */
export interface PlannedOperation {
  /** The client's document, with private aliases where its own would confuse the planner. */
  readonly document: DocumentNode;
  /** The operation of `document` that was planned. */
  readonly operation: OperationDefinitionNode;
  /** Null where there is nothing to fetch. Of a subscription: the primary fetch and what completes each event. */
  readonly plan: PlanNode | null;
  /** The fetch that a subscription streams; null for queries and mutations. */
  readonly primary: FetchNode | null;
  /** Private response keys and the client's own. */
  readonly clientKeys: ReadonlyMap<string, string>;
  /** Keys of the data tree that a client must not see in an error's path, and what it sees instead. */
  readonly pathNames: ReadonlyMap<string, string>;
}
