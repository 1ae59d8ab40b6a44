import type { Identity } from '@agora/platform/security/identity';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';
import type { CheckedOperation, Documents, Rejected } from '../documents.ts';

/**
 * The operation that somebody asks for, or why it is refused. Parsing and validating a new document is charged to the budget of
 * whoever sent it.
 */
export type LookUp = (asker: Identity, query: string, operationName: string | null | undefined) => CheckedOperation | Rejected;

export function createLookUp(documents: Documents, budgets: AskerBudgets): LookUp {
  return (asker, query, operationName) => {
    const known = documents.checkPlanned(query, operationName);
    if (known) return known;
    const refusal = budgets.refusalToLearn(asker);
    if (refusal) return { problems: [refusal] };
    return budgets.learn(asker, () => documents.check(query, operationName));
  };
}
