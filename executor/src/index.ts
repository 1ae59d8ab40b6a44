export { type ExecuteOptions, Executor, type ExecutorOptions } from './executor.ts';
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
