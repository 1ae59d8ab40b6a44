import type { GraphQLSchema } from 'graphql';
import type { PlannedOperation } from './planned.ts';

/** Plans what an executor runs: a `Planner` in the thread that asks, a `PlannerThread` in one of its own. */
export interface OperationPlanner {
  /** The API schema: what clients may ask for and are told of. */
  readonly schema: GraphQLSchema;
  /** Everything that subgraphs are asked for, hidden and private fields included. */
  readonly fullSchema: GraphQLSchema;
  /** The labels of `@override`, on which plans depend. */
  readonly overrideLabels: readonly string[];
  /**
   * `text` is one operation with its fragments, valid by `schema`; `overridden` are the labels that hold. Fails with a `GraphQLError`
   * where there is no plan.
   */
  planText(text: string, overridden: readonly string[], account?: PlanningAccount): PlannedOperation | Promise<PlannedOperation>;
}

/** On whose account an operation is planned. */
export interface PlanningAccount {
  /** Documents of one asker wait for one another; askers take turns. */
  readonly asker: string;
  /** Why nothing more is planned for this asker; null where it is. Asked when a document's turn has come. */
  refusal(): Error | null;
  /** Is told what was computed, also where it came to nothing. */
  spent(cpuMs: number): void;
  /** Is told for how long a thread was kept that was lost by it: by the clock, so it says nothing of the load. */
  lost(ms: number): void;
}

/** What this thread has computed; not the time of the clock, in which others run as well. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
