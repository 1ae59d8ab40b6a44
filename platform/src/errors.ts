import type { Sentence } from './input/sentence.ts';
import { withoutValues } from './database/without-values.ts';

const TOP_LEVEL = ['UNAUTHENTICATED', 'RATE_LIMITED', 'BAD_USER_INPUT', 'QUERY_TOO_COSTLY'] as const;
type TopLevelCode = (typeof TOP_LEVEL)[number];

/** Reasons that a person can act on: they become `userErrors`. */
type UserCode =
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

/** Reasons a caller can act on. Those in `TOP_LEVEL_CODES` concern who asks or how; the others become `userErrors`. */
export type RefusalCode = TopLevelCode | UserCode;

/** Codes that reach the client as a top-level error, never among `userErrors`. */
export const TOP_LEVEL_CODES: ReadonlySet<RefusalCode> = new Set(TOP_LEVEL);

/** One thing that is wrong, with the path of the input field it is about. */
export type Problem = {
  readonly field?: readonly string[];
  /** Of RATE_LIMITED: when the same can be done. */
  readonly retryAfterSeconds?: number;
} & (
  | { readonly code: UserCode; readonly message: Sentence }
  /** For who writes the client, in English. */
  | { readonly code: TopLevelCode; readonly message: string }
);

/**
 * A refusal of the domain: a code for programs and a sentence for people. It is thrown anywhere and sorted once, at the
 * edge; everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly problems: readonly [Problem, ...Problem[]];

  constructor(code: UserCode, message: Sentence, field?: readonly string[]);
  constructor(code: TopLevelCode, message: string, field?: readonly string[]);
  constructor(problems: readonly [Problem, ...Problem[]]);
  constructor(first: RefusalCode | readonly [Problem, ...Problem[]], message?: Sentence | string, field?: readonly string[]) {
    const problems = typeof first === 'string' ? ([{ code: first, message, ...(field && { field }) }] as [Problem]) : first;
    const said = problems[0].message;
    super(typeof said === 'string' ? said : said.en);
    this.name = 'Refusal';
    this.problems = problems;
  }

  get code(): RefusalCode {
    return this.problems[0].code;
  }
}

/** The message of anything that was thrown, without what PostgreSQL says of values. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? withoutValues(error).message : String(error);
}
