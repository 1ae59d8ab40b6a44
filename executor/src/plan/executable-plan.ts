import type * as apollo from '@apollo/query-planner';
import type { RequiredInputs } from '../supergraph/required-inputs.ts';
import type { ConditionNode, FetchNode, FlattenNode, InputSelection, ParallelNode, PlanNode, SequenceNode } from './nodes.ts';
import { planningFailed } from './planning-failed.ts';
import { withRequiredArguments } from './required-arguments.ts';
import { withoutConflictingInputs } from './conflicting-inputs.ts';
import type { VariableNames } from './own-representations.ts';

export interface ExecutablePlan {
  readonly plan: PlanNode | null;
  readonly primary: FetchNode | null;
}

/** The planner's plan as the executor runs it. */
export function executablePlan({ node }: apollo.QueryPlan, inputs: RequiredInputs, names: VariableNames): ExecutablePlan {
  const given = { inputs, names };
  if (!node) return { plan: null, primary: null };
  if (node.kind !== 'Subscription') return { plan: planNode(node, given), primary: null };
  const primary = fetchNode(node.primary, given);
  const rest = node.rest ? [planNode(node.rest, given)] : [];
  return { plan: { kind: 'Sequence', nodes: [primary, ...rest] }, primary };
}

interface Given {
  readonly inputs: RequiredInputs;
  readonly names: VariableNames;
}

function planNode(node: apollo.PlanNode, given: Given): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'Sequence', nodes: planNodes(node.nodes, given) } satisfies SequenceNode;
    case 'Parallel':
      return { kind: 'Parallel', nodes: planNodes(node.nodes, given) } satisfies ParallelNode;
    case 'Flatten':
      return { kind: 'Flatten', path: node.path.map(String), node: planNode(node.node, given) } satisfies FlattenNode;
    case 'Condition':
      return {
        kind: 'Condition',
        condition: given.names.of(node.condition),
        ifClause: node.ifClause && planNode(node.ifClause, given),
        elseClause: node.elseClause && planNode(node.elseClause, given),
      } satisfies ConditionNode;
    case 'Fetch': {
      const fetches = withoutConflictingInputs(fetchNode(node, given), given.inputs.uses);
      const [only, ...others] = fetches;
      return only && others.length === 0 ? only : { kind: 'Parallel', nodes: fetches };
    }
    case 'Defer':
      throw planningFailed('Operations with @defer cannot be run.');
  }
}

function planNodes(nodes: readonly apollo.PlanNode[], given: Given): PlanNode[] {
  return nodes.map((node) => planNode(node, given));
}

function fetchNode(fetch: apollo.FetchNode, { inputs, names }: Given): FetchNode {
  if (fetch.contextRewrites?.length) throw planningFailed('Fields with @fromContext cannot be resolved.');
  return {
    kind: 'Fetch',
    serviceName: fetch.serviceName,
    operationKind: fetch.operationKind,
    operation: withRequiredArguments(names.ofFetch(fetch.operation), inputs.fields),
    operationName: fetch.operationName,
    variableUsages: fetch.variableUsages?.map(names.of) ?? [],
    representations: names.representations,
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
