import type { Sentence } from './input/sentence.ts';
import { withoutValues } from './database/without-values.ts';

const TOP_LEVEL = ['UNAUTHENTICATED', 'RATE_LIMITED', 'BAD_USER_INPUT', 'QUERY_TOO_COSTLY'] as const;
type TopLevelCode = (typeof TOP_LEVEL)[number];

/** Codes that reach the client as a top-level error, never among `userErrors`. */
export const TOP_LEVEL_CODES: ReadonlySet<string> = new Set(TOP_LEVEL);

/** Reasons that a person can act on, known to every subgraph; `codes.ts` of a subgraph has its own. They become `userErrors`. */
export const COMMON_CODES = [
  'FORBIDDEN',
  'INVALID',
  'REQUIRED',
  'NOT_FOUND',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'VERSION_MISMATCH',
  'REAUTHENTICATION_REQUIRED',
] as const;
type CommonCode = (typeof COMMON_CODES)[number];

/** One thing that is wrong, with the path of the input field it is about. */
export type Problem<Own extends string = never> = {
  readonly field?: readonly string[];
  /** Of RATE_LIMITED: when the same can be done. */
  readonly retryAfterSeconds?: number;
  /** Of VERSION_MISMATCH: the version it has now. */
  readonly currentVersion?: number;
  /** Of an error that is a type of its own in the graph of this subgraph: that type, and what its fields are resolved from. */
  readonly typed?: { readonly __typename: string } & Readonly<Record<string, unknown>>;
} & (
  | { readonly code: CommonCode | Own; readonly message: Sentence }
  /** A rule of the marketplace, and not of its server: it is among the `userErrors`. */
  | { readonly code: 'RATE_LIMITED'; readonly message: Sentence; readonly retryAt: Date }
  /** For who writes the client, in English. */
  | { readonly code: TopLevelCode; readonly message: string }
);

type Problems<Own extends string> = readonly [Problem<Own>, ...Problem<Own>[]];

/**
 * A refusal of the domain: a code for programs and a sentence for people. It is thrown anywhere and sorted once, at the
 * edge; everything else that is thrown is a bug. `Own`: the codes of the subgraph, named where one of them is given.
 */
export class Refusal<Own extends string = never> extends Error {
  readonly problems: Problems<Own>;

  constructor(code: CommonCode | NoInfer<Own>, message: Sentence, field?: readonly string[]);
  constructor(code: TopLevelCode, message: string, field?: readonly string[]);
  constructor(problems: Problems<NoInfer<Own>>);
  constructor(first: CommonCode | TopLevelCode | Own | Problems<Own>, message?: Sentence | string, field?: readonly string[]) {
    const problems = typeof first === 'string' ? ([{ code: first, message, ...(field && { field }) }] as [Problem<Own>]) : first;
    const said = problems[0].message;
    super(typeof said === 'string' ? said : said.en);
    this.name = 'Refusal';
    this.problems = problems;
  }

  get code(): CommonCode | TopLevelCode | Own {
    return this.problems[0].code;
  }
}

/** @throws Refusal of all these problems, where there is one. */
export function refuseAll<Own extends string = never>([first, ...rest]: readonly Problem<NoInfer<Own>>[]): void {
  if (first) throw new Refusal<Own>([first, ...rest]);
}

/** The message of anything that was thrown, without what PostgreSQL says of values. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? withoutValues(error).message : String(error);
}
