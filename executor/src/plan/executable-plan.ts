import type * as apollo from '@apollo/query-planner';
import type { RequiredInputs } from '../supergraph/required-inputs.ts';
import type { ConditionNode, FetchNode, FlattenNode, InputSelection, ParallelNode, PlanNode, SequenceNode } from './nodes.ts';
import { planningFailed } from './planning-failed.ts';
import { withRequiredArguments } from './required-arguments.ts';
import { withoutConflictingInputs } from './conflicting-inputs.ts';

export interface ExecutablePlan {
  readonly plan: PlanNode | null;
  readonly primary: FetchNode | null;
}

/** The planner's plan as the executor runs it. */
export function executablePlan({ node }: apollo.QueryPlan, inputs: RequiredInputs): ExecutablePlan {
  if (!node) return { plan: null, primary: null };
  if (node.kind !== 'Subscription') return { plan: planNode(node, inputs), primary: null };
  const primary = fetchNode(node.primary, inputs);
  const rest = node.rest ? [planNode(node.rest, inputs)] : [];
  return { plan: { kind: 'Sequence', nodes: [primary, ...rest] }, primary };
}

function planNode(node: apollo.PlanNode, inputs: RequiredInputs): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'Sequence', nodes: planNodes(node.nodes, inputs) } satisfies SequenceNode;
    case 'Parallel':
      return { kind: 'Parallel', nodes: planNodes(node.nodes, inputs) } satisfies ParallelNode;
    case 'Flatten':
      return { kind: 'Flatten', path: node.path.map(String), node: planNode(node.node, inputs) } satisfies FlattenNode;
    case 'Condition':
      return {
        kind: 'Condition',
        condition: node.condition,
        ifClause: node.ifClause && planNode(node.ifClause, inputs),
        elseClause: node.elseClause && planNode(node.elseClause, inputs),
      } satisfies ConditionNode;
    case 'Fetch': {
      const fetches = withoutConflictingInputs(fetchNode(node, inputs), inputs.uses);
      const [only, ...others] = fetches;
      return only && others.length === 0 ? only : { kind: 'Parallel', nodes: fetches };
    }
    case 'Defer':
      throw planningFailed('Operations with @defer cannot be run.');
  }
}

function planNodes(nodes: readonly apollo.PlanNode[], inputs: RequiredInputs): PlanNode[] {
  return nodes.map((node) => planNode(node, inputs));
}

function fetchNode(fetch: apollo.FetchNode, inputs: RequiredInputs): FetchNode {
  // The planner calls its own variable so, and drops the definition of the client's: a client could send representations.
  if (fetch.requires && fetch.variableUsages?.includes('representations')) {
    throw planningFailed('A variable named "$representations" cannot be used here: give it another name.');
  }
  if (fetch.contextRewrites?.length) throw planningFailed('Fields with @fromContext cannot be resolved.');
  return {
    kind: 'Fetch',
    serviceName: fetch.serviceName,
    operationKind: fetch.operationKind,
    operation: withRequiredArguments(fetch.operation, inputs.fields),
    operationName: fetch.operationName,
    variableUsages: fetch.variableUsages ?? [],
    requires: fetch.requires?.map((selection) => inputSelection(selection, inputs)),
    inputRewrites: fetch.inputRewrites ?? [],
    outputRewrites: fetch.outputRewrites ?? [],
  };
}

function inputSelection(selection: apollo.QueryPlanSelectionNode, inputs: RequiredInputs): InputSelection {
  if (selection.kind === 'InlineFragment') {
    const selections = selection.selections.map((inner) => inputSelection(inner, inputs));
    return { kind: 'InlineFragment', typeCondition: selection.typeCondition, selections };
  }
  const key = selection.alias ?? selection.name;
  return {
    kind: 'Field',
    key,
    sentAs: inputs.fields.get(selection.name)?.field ?? key,
    selections: selection.selections?.map((inner) => inputSelection(inner, inputs)),
  };
}
