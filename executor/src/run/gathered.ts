import type { DataObject } from '../data/tree.ts';
import type { Running } from './request.ts';

/** The objects that a fetch is for. */
export interface Gathered {
  readonly objects: readonly DataObject[];
  /** What the fetch sends of each, where that is known already; null for one of which it is not. */
  readonly representations?: readonly (string | null)[];
}

export type GatherFor = (running: Running<unknown>) => Gathered;
