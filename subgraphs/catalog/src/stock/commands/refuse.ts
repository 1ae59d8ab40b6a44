import { type Problem, Refusal } from '@agora/platform/errors';
import type { CatalogCode } from '../../codes.ts';

/** @throws a refusal with these problems, where there are any. */
export function refuse(problems: readonly Problem<CatalogCode>[]): void {
  const [first, ...rest] = problems;
  if (first) throw new Refusal<CatalogCode>([first, ...rest]);
}
