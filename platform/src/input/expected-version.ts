import { Refusal } from '../errors.ts';
import { sentences } from './sentences.ts';

/** @throws VERSION_MISMATCH for what has another version than its client read; where the client gives none, the last change wins. */
export function demandVersion({ version }: { readonly version: number }, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === version) return;
  throw new Refusal([
    { code: 'VERSION_MISMATCH', message: sentences.changedMeanwhile, field: ['expectedVersion'], currentVersion: version },
  ]);
}
