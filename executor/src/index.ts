export { type ExecuteOptions, Executor, type ExecutorOptions } from './executor.ts';
export { forbiddenNamesRule } from './operation/forbidden-names.ts';
export { KeptPlans, type KeptPlansOptions } from './plan/kept-plans.ts';
export { PlannerThread, type PlannerThreadOptions } from './plan/planner-thread.ts';
export { ThreadLost } from './plan/planning-thread.ts';
export type { OperationPlanner, PlanningAccount } from './plan/operation-planner.ts';
export { parseExactly, roundedNumbers } from './data/exact-json.ts';
export { inSlices, type Steps } from './slices.ts';
export { parseSdl } from './supergraph/parse-sdl.ts';
export { subgraphErrors } from './data/subgraph-errors.ts';
export type {
  CompiledOperation,
  ExecutionAnswer,
  ExecutionAnswerText,
  PrimaryOperation,
  Send,
  SubgraphAnswer,
  SubgraphCall,
  Variables,
} from './types.ts';
export { coerceVariables } from './variables.ts';
