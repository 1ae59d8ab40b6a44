/** Whether a consumer reacts to each event by itself, or to all that came together. */
export type Reacting = 'each' | 'all';

/** Where a part of the benchmark works, and how. */
export interface Place {
  readonly reaction: Reacting;
  readonly databaseUrl: string;
  readonly busDatabaseUrl?: string;
  readonly kafkaBrokers?: readonly string[];
}

/** What a part is told to do. */
export type Order =
  | { readonly kind: 'announce'; readonly perTx: number; readonly perSecond: number; readonly seconds: number }
  | { readonly kind: 'count' }
  | { readonly kind: 'look' }
  | { readonly kind: 'report' };

/** What it answers. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'announced'; readonly events: number; readonly seconds: number }
  | { readonly kind: 'behind'; readonly messages: number }
  | { readonly kind: 'counted'; readonly events: number }
  | { readonly kind: 'latencies'; readonly latencies: readonly number[] };
