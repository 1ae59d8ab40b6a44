import type { CompiledOperation, Executor, PrimaryOperation } from '@agora/executor';
import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode, type TypeNode } from 'graphql';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';
import type { GatewayContext } from '../context.ts';
import type { SupergraphSource } from '../supergraph.ts';
import { type ResumableOperation, resumable } from './resume-operation.ts';
import { rootFieldsOf } from './root-fields.ts';

export interface LiveOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface LivePlan {
  /** What is run for each event: the primary, which the event answers, then the fetches that complete it. */
  readonly compiled: CompiledOperation;
  /** The fetch that starts the stream. */
  readonly primary: PrimaryOperation;
  /** Null where the root field takes no `after` or its events have no `cursor`. */
  readonly resumable: ResumableOperation | null;
}

export interface LivePlannerOptions {
  readonly executor: Executor<GatewayContext>;
  readonly budgets: AskerBudgets;
  /** Null where streams are not taken up again, whatever their fields are called. */
  readonly resumes: SupergraphSource | null;
}

/** Plans subscriptions, each once for a document. */
export function createLivePlanner({
  executor,
  budgets,
  resumes,
}: LivePlannerOptions): (live: LiveOperation & { readonly context: GatewayContext }) => Promise<LivePlan> {
  const plans = new WeakMap<CompiledOperation, LivePlan>();
  return async ({ document, operation, context }) => {
    const compiled = await executor.compile(document, operation.name?.value, budgets.planning(context.identity));
    const known = plans.get(compiled);
    if (known) return known;
    const { primary } = compiled;
    if (!primary) throw new TypeError(`Expected a subscription, got a ${operation.operation}.`);
    const [root] = rootFieldsOf(document, operation.selectionSet);
    const takesCursor = root && resumes && canResume(resumes, primary.service, root.name.value);
    const made = { compiled, primary, resumable: takesCursor ? resumable(primary.query) : null };
    plans.set(compiled, made);
    return made;
  };
}

/** Whether the subgraph that owns the root field also knows its `after` and the `cursor` of its events. */
function canResume(supergraph: SupergraphSource, subgraph: string, rootField: string): boolean {
  const root = supergraph.rootType(OperationTypeNode.SUBSCRIPTION);
  const field = root?.fields?.find(({ name }) => name.value === rootField);
  const payload = field && supergraph.typeWithFields(namedType(field.type));
  const cursor = payload?.fields?.find(({ name }) => name.value === 'cursor');
  if (!root || !field || !payload || !cursor) return false;
  const takesAfter = field.arguments?.some(({ name }) => name.value === 'after') ?? false;
  return takesAfter && supergraph.subgraphsOf(root, field).includes(subgraph) && supergraph.subgraphsOf(payload, cursor).includes(subgraph);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
