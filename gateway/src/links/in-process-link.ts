import type { Subgraph } from '@agora/platform/subgraph';
import type { SubgraphLink } from './link.ts';

/** A subgraph in this process, asked directly. Its results are made afresh for each request, so they need no copy. */
export function inProcessLink(name: string, subgraph: Subgraph, answerTimeoutMs: number): SubgraphLink {
  return {
    name,
    execute: (request) => withinTime(subgraph.execute(request), answerTimeoutMs),
    async subscribe(request) {
      const result = await subgraph.subscribe(request);
      return Symbol.asyncIterator in result ? result[Symbol.asyncIterator]() : result;
    },
    stop: async () => {},
  };
}

async function withinTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
