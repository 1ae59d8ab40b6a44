import type { FetchDataRewrite } from '@apollo/query-planner';
import type { OperationTypeNode } from 'graphql';

/** A query plan as it is run: @apollo/query-planner's nodes, with the arguments of required fields put back. */
export type PlanNode = SequenceNode | ParallelNode | FlattenNode | ConditionNode | FetchNode;

export interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

export interface FlattenNode {
  readonly kind: 'Flatten';
  /** Response keys; `@` goes through a list. */
  readonly path: readonly string[];
  readonly node: PlanNode;
}

export interface ConditionNode {
  readonly kind: 'Condition';
  /** The name of a Boolean variable. */
  readonly condition: string;
  readonly ifClause: PlanNode | undefined;
  readonly elseClause: PlanNode | undefined;
}

export interface FetchNode {
  readonly kind: 'Fetch';
  readonly serviceName: string;
  readonly operationKind: OperationTypeNode;
  readonly operation: string;
  readonly operationName: string | undefined;
  /** The client's variables in it. */
  readonly variableUsages: readonly string[];
  /** The variable that holds the representations of a fetch of entities. */
  readonly representations: string;
  /** What a representation holds; undefined for a fetch of root fields. */
  readonly requires: readonly InputSelection[] | undefined;
  readonly inputRewrites: readonly FetchDataRewrite[];
  readonly outputRewrites: readonly FetchDataRewrite[];
}

export type InputSelection = InputField | InputFragment;

export interface InputField {
  readonly kind: 'Field';
  /** Where it is in the data tree. */
  readonly key: string;
  /** What the subgraph calls it; differs from `key` for a required field with arguments. */
  readonly sentAs: string;
  readonly selections: readonly InputSelection[] | undefined;
}

export interface InputFragment {
  readonly kind: 'InlineFragment';
  readonly typeCondition: string | undefined;
  readonly selections: readonly InputSelection[];
}
