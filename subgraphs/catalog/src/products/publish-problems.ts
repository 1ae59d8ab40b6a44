import type { Sentence } from '@agora/platform/input/sentence';
import type { Standing } from '../sellers/model.ts';
import { sentences } from './sentences.ts';

export interface Obstacle {
  readonly code: 'SELLER_NOT_VERIFIED' | 'SELLER_SUSPENDED';
  readonly message: Sentence;
}

/** What keeps a seller's products off sale; null is whom nobody has spoken of. */
export function publishProblemsOf(seller: Standing | null): Obstacle[] {
  return [
    ...(seller?.isSuspended ? [{ code: 'SELLER_SUSPENDED', message: sentences.sellerSuspended } as const] : []),
    ...(seller?.isVerified ? [] : [{ code: 'SELLER_NOT_VERIFIED', message: sentences.notVerified } as const]),
  ];
}
