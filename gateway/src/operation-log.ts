import { createHash } from 'node:crypto';
import type { Logger } from '@agora/platform/observe/logging';
import type { OperationDefinitionNode } from 'graphql';
import { operationSeconds } from './metrics.ts';

export interface NotedOperation {
  readonly query: string;
  /** Undefined where the document has no such operation. */
  readonly operation: OperationDefinitionNode | undefined;
  /** Of its errors. */
  readonly codes: readonly unknown[];
}

/** One line and one observation for each operation; only failures are of interest by default. */
export function createOperationLog(log: Logger): (noted: NotedOperation, ms: number) => void {
  const seriesOf = (type: string) => ({
    ok: operationSeconds.of({ type, outcome: 'ok' }),
    errors: operationSeconds.of({ type, outcome: 'errors' }),
  });
  const series = {
    query: seriesOf('query'),
    mutation: seriesOf('mutation'),
    subscription: seriesOf('subscription'),
    none: seriesOf('none'),
  };
  return ({ query, operation, codes }, ms) => {
    const type = operation?.operation ?? 'none';
    series[type][codes.length === 0 ? 'ok' : 'errors'].observe(ms / 1000);
    if (!log.isLevelEnabled('debug')) return;
    const hash = createHash('sha256').update(query).digest('hex');
    log.debug({ operation: operation?.name?.value ?? null, type, hash, ms: Math.round(ms), codes }, 'Operation.');
  };
}
