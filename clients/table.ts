/** What every client is asked to do; in this order, because later ones build on earlier ones. */
export const FEATURES = [
  'introspection',
  'sign-in',
  'reload',
  'list paging',
  'cart',
  'checkout',
  'GET',
  'persisted queries',
  'live',
  'restart',
  'token expiry',
  'refresh',
] as const;

export type Feature = (typeof FEATURES)[number];

/** What throws has failed. */
export type Check = () => Promise<void>;

/** A client, and for each feature how it is tried; a sentence says why a feature is not the client's. */
export interface Row {
  readonly client: string;
  readonly cells: Readonly<Record<Feature, Check | string>>;
  /** Ends what it still has open. */
  readonly close?: () => Promise<void>;
  /** What happens to it while it cannot reach the marketplace. */
  readonly whileAway?: () => Promise<void>;
}

export type Outcome = { readonly kind: 'passed' | 'failed' } | { readonly kind: 'left out'; readonly why: string };

/** Outcomes by client and feature. */
export type Results = ReadonlyMap<string, ReadonlyMap<Feature, Outcome>>;

export function counted(results: Results): { readonly passed: number; readonly failed: number } {
  const kinds = [...results.values()].flatMap((cells) => [...cells.values()]).map(({ kind }) => kind);
  const count = (wanted: Outcome['kind']) => kinds.filter((kind) => kind === wanted).length;
  return { passed: count('passed'), failed: count('failed') };
}

export function printed(results: Results): string {
  const notes: string[] = [];
  const noteOf = (why: string) => {
    if (!notes.includes(why)) notes.push(why);
    return notes.indexOf(why) + 1;
  };
  const cell = (outcome: Outcome | undefined): string => {
    if (!outcome) return '?';
    if (outcome.kind === 'left out') return `– ${noteOf(outcome.why)}`;
    return outcome.kind === 'passed' ? 'yes' : 'FAILED';
  };
  const lines = [
    ['', ...FEATURES],
    ...[...results].map(([client, outcomes]) => [client, ...FEATURES.map((feature) => cell(outcomes.get(feature)))]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const table = lines.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...table, '', ...notes.map((note, index) => `${index + 1}  ${note}`)].join('\n');
}
