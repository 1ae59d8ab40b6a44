import { withoutValues } from './without-values.ts';

/** Reasons a caller can act on. Those in `TOP_LEVEL_CODES` concern who asks or how; the others become `userErrors`. */
export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'RATE_LIMITED'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_COSTLY'
  | 'FORBIDDEN'
  | 'INVALID'
  | 'REQUIRED'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'ALREADY_EXISTS'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'VERSION_MISMATCH'
  | 'PRICE_CHANGED'
  | 'CART_EMPTY'
  | 'INVALID_CREDENTIALS'
  | 'TOKEN_EXPIRED'
  | 'EMAIL_TAKEN'
  | 'LOCKED'
  | 'SKU_TAKEN';

/** Codes that reach the client as a top-level error, never among `userErrors`. */
export const TOP_LEVEL_CODES: ReadonlySet<RefusalCode> = new Set(['UNAUTHENTICATED', 'RATE_LIMITED', 'BAD_USER_INPUT', 'QUERY_TOO_COSTLY']);

/** One thing that is wrong, with the path of the input field it is about. */
export interface Problem {
  readonly code: RefusalCode;
  readonly message: string;
  readonly field?: readonly string[];
  /** Of RATE_LIMITED: when the same can be done. */
  readonly retryAfterSeconds?: number;
}

/**
 * A refusal of the domain: a code for programs and a sentence for people. It is thrown anywhere and sorted once, at the
 * edge; everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(code: RefusalCode, message: string, field?: readonly string[]);
  constructor(problems: readonly [Problem, ...Problem[]]);
  constructor(first: RefusalCode | readonly [Problem, ...Problem[]], message = '', field?: readonly string[]) {
    const problems: readonly [Problem, ...Problem[]] =
      typeof first === 'string' ? [{ code: first, message, ...(field && { field }) }] : first;
    super(problems[0].message);
    this.name = 'Refusal';
    this.problems = problems;
  }

  get code(): RefusalCode {
    return this.problems[0]?.code ?? 'INVALID';
  }
}

/** The message of anything that was thrown, without what PostgreSQL says of values. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? withoutValues(error).message : String(error);
}
