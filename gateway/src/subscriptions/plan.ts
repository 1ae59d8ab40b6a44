import { baseType, isObjectType, operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import { type FetchNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { SupergraphSource } from '../supergraph.ts';
import { type ResumableOperation, resumable } from './resume-operation.ts';
import { rootFieldsOf } from './root-fields.ts';

export interface LiveOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface LivePlan {
  /** The fetch that starts the stream. */
  readonly primary: FetchNode;
  /** What is run for each event: the primary, which the event answers, then the fetches that complete it. */
  readonly eventPlan: QueryPlan;
  /** Null where the root field takes no `after` or its events have no `cursor`. */
  readonly resumable: ResumableOperation | null;
}

/** Plans subscriptions, each once for a document. @apollo/gateway plans them too, but refuses to run them. */
export function createLivePlanner({ parsed }: SupergraphSource): (live: LiveOperation) => LivePlan {
  const planner = new QueryPlanner(parsed);
  const plans = new WeakMap<OperationDefinitionNode, LivePlan>();

  return (live) => {
    const known = plans.get(live.operation);
    if (known) return known;
    const made = plan(planner, parsed, live);
    plans.set(live.operation, made);
    return made;
  };
}

function plan(planner: QueryPlanner, supergraph: Supergraph, { document, operation }: LiveOperation): LivePlan {
  const operationName = operation.name?.value;
  const { node } = planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), document, operationName ? { operationName } : {}));
  if (node?.kind !== 'Subscription') throw new TypeError(`Expected a subscription, got ${node?.kind ?? 'nothing'}.`);
  const { primary, rest } = node;
  const [root] = rootFieldsOf(document, operation.selectionSet);
  return {
    primary,
    eventPlan: { kind: 'QueryPlan', node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary },
    resumable: root && canResume(supergraph, primary.serviceName, root.name.value) ? resumable(primary.operation) : null,
  };
}

/** Whether the subgraph that owns the root field also knows its `after` and the `cursor` of its events. */
function canResume(supergraph: Supergraph, subgraph: string, rootField: string): boolean {
  const field = supergraph.subgraphs().get(subgraph)?.schema.schemaDefinition.rootType('subscription')?.field(rootField);
  const payload = field?.type && baseType(field.type);
  return Boolean(field?.argument('after') && payload && isObjectType(payload) && payload.field('cursor'));
}
