import type { CompiledOperation, Executor, PrimaryOperation } from '@agora/executor';
import { baseType, isObjectType, type Supergraph } from '@apollo/federation-internals';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
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
  /** Null where streams are not taken up again, whatever their fields are called. */
  readonly resumes: Supergraph | null;
}

/** Plans subscriptions, each once for a document. */
export function createLivePlanner({ executor, resumes }: LivePlannerOptions): (live: LiveOperation) => LivePlan {
  const plans = new WeakMap<CompiledOperation, LivePlan>();
  return ({ document, operation }) => {
    const compiled = executor.compile(document, operation.name?.value);
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
function canResume(supergraph: Supergraph, subgraph: string, rootField: string): boolean {
  const field = supergraph.subgraphs().get(subgraph)?.schema.schemaDefinition.rootType('subscription')?.field(rootField);
  const payload = field?.type && baseType(field.type);
  return Boolean(field?.argument('after') && payload && isObjectType(payload) && payload.field('cursor'));
}
