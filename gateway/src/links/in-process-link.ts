import { roundedNumbers, type SubgraphAnswer } from '@agora/executor';
import { sizeOf } from '@agora/platform/graph/compiled/answer-size';
import type { Subgraph } from '@agora/platform/graph/subgraph';
import { TOKEN_OWNER } from '../auth/token-owner.ts';
import { Deadlines } from './deadlines.ts';
import type { LinkCall, SubgraphLink } from './link.ts';

/** A subgraph in this process, asked directly. Its results are made afresh for each request, so they need no copy. */
export function inProcessLink(name: string, subgraph: Pick<Subgraph, 'execute' | 'subscribe'>, answerTimeoutMs: number): SubgraphLink {
  const deadlines = new Deadlines(answerTimeoutMs);
  const execute = ({ type, query, variables, operationName, context }: LinkCall) =>
    new Promise<SubgraphAnswer>((resolve, reject) => {
      const work = { begunAt: performance.now(), onLate: () => reject(new Error(`No answer within ${answerTimeoutMs} ms.`)) };
      deadlines.add(work);
      const refreshToken = type === 'mutation' && name === TOKEN_OWNER ? context.cookies?.refreshToken : undefined;
      subgraph.execute({ query, variables, operationName, ...context, refreshToken }).then(
        (answer) => {
          deadlines.remove(work);
          resolve({ ...answer, bytes: sizeOf(answer) });
        },
        (error: Error) => {
          deadlines.remove(work);
          reject(error);
        },
      );
    });
  return {
    name,
    execute,
    probe: async (call) => void (await execute(call)),
    renewSilent: () => false,
    async subscribe(request) {
      const result = await subgraph.subscribe({ ...request, variables: roundedNumbers(request.variables ?? {}) });
      return Symbol.asyncIterator in result ? result[Symbol.asyncIterator]() : result;
    },
    stop: async () => deadlines.stop(),
  };
}
