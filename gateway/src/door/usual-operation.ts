import { parseExactly, type Variables } from '@agora/executor';
import { asksForCost } from '../admission/asks-for-cost.ts';
import { isRecord } from '../is-record.ts';
import type { PersistedQueries } from '../persisted-queries.ts';

export interface UsualOperation {
  readonly query: string;
  readonly operationName: string | null | undefined;
  readonly variables: Variables | undefined;
  /** Whether the answer shall say what it cost. */
  readonly tellsCost: boolean;
}

/** The operation in a body of the usual form, whole or by the hash of a query that was sent before; null for every other body. */
export function readUsualOperation(body: string, persistedQueries: PersistedQueries): UsualOperation | null {
  const json = parsed(body);
  if (!isRecord(json)) return null;
  const { query: given, operationName, variables = null, extensions = null, documentId } = json;
  if (operationName != null && typeof operationName !== 'string') return null;
  if (variables !== null && !isRecord(variables)) return null;
  if (documentId !== undefined) return null;
  const hash = hashIn(extensions);
  if (hash === null) return null;
  const query = hash === undefined ? given : given == null ? persistedQueries.known(hash) : null;
  if (typeof query !== 'string' || query === '') return null;
  return { query, operationName, variables: variables ?? undefined, tellsCost: asksForCost(extensions) };
}

/** The hash in whose place a query may be left out; undefined where there is none, null where the extensions are unusual. */
function hashIn(extensions: unknown): string | null | undefined {
  if (extensions === null) return undefined;
  if (!isRecord(extensions)) return null;
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined) return undefined;
  if (!isRecord(persistedQuery) || persistedQuery['version'] !== 1) return null;
  const { sha256Hash } = persistedQuery;
  return typeof sha256Hash === 'string' ? sha256Hash : null;
}

function parsed(body: string): unknown {
  try {
    return parseExactly(body);
  } catch {
    return null;
  }
}
