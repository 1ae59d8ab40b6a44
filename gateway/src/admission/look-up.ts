import type { Identity } from '@agora/platform/security/identity';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';
import type { CheckedOperation, Documents, Rejected } from '../documents.ts';

/**
 * The operation that somebody asks for, or why it is not looked at or not valid. What a document that was never seen makes
 * necessary goes on the account of whoever sent it.
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
