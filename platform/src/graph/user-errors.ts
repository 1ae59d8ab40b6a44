import type { Sentence } from '../input/sentence.ts';
import { type Problem, Refusal, TOP_LEVEL_CODES } from '../errors.ts';
import type { BaseContext } from './base-context.ts';
import type { Payload } from './idempotency.ts';

/** As the graph promises; a long input can be wrong in more places. */
const MAX_USER_ERRORS = 20;

/** The payload of a mutation, or one with the problems that its user can mend. */
export async function withUserErrors(command: () => Promise<Payload | null>, onCode?: (code: string) => void): Promise<Payload> {
  try {
    return { userErrors: [], ...(await command()) };
  } catch (error) {
    if (!(error instanceof Refusal) || isTopLevel(error)) throw error;
    const problems = error.problems.slice(0, MAX_USER_ERRORS);
    for (const { code } of problems) onCode?.(code);
    return { userErrors: problems.map(userError) };
  }
}

/** It may be stored for repeats, which are told in their own language. */
function userError({ code, message, field, currentVersion, typed, ...more }: Problem<string>): Payload {
  const error = { code, message, field: field ?? null };
  if (typed) return { ...error, ...typed };
  if ('retryAt' in more) return { __typename: 'RetryLaterError', ...error, retryAt: more.retryAt.toISOString() };
  if (currentVersion === undefined) return { __typename: 'GenericUserError', ...error };
  return { __typename: 'VersionMismatchError', ...error, currentVersion };
}

function isTopLevel({ code, problems }: Refusal<string>): boolean {
  return TOP_LEVEL_CODES.has(code) && !('retryAt' in problems[0]);
}

/** The message of a user error, for types of them that only one subgraph has. */
export const userErrorMessage = (error: { readonly message: Sentence | string }, _: unknown, { language }: BaseContext) =>
  typeof error.message === 'string' ? error.message : error.message[language];

/** How `userErrors` are said to whoever asks. */
export const userErrorResolvers = {
  GenericUserError: { message: userErrorMessage },
  VersionMismatchError: { message: userErrorMessage },
  RetryLaterError: { message: userErrorMessage },
};
