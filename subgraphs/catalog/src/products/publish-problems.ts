import type { Sentence } from '@agora/platform/input/sentence';
import type { Standing } from '../sellers/model.ts';
import { sentences } from './sentences.ts';

export interface Obstacle {
  readonly code: 'SELLER_NOT_VERIFIED' | 'SELLER_SUSPENDED' | 'TAKEN_DOWN';
  readonly message: Sentence;
}

/** What keeps all that somebody sells off sale; null is whom nobody has spoken of. */
export function sellersProblemsOf(seller: Standing | null): Obstacle[] {
  return [
    ...(seller?.isSuspended ? [{ code: 'SELLER_SUSPENDED', message: sentences.sellerSuspended } as const] : []),
    ...(seller?.isVerified ? [] : [{ code: 'SELLER_NOT_VERIFIED', message: sentences.notVerified } as const]),
  ];
}

/** What keeps a product off sale, whoever sells it. */
export function productProblemsOf({ takenDownAt }: { readonly takenDownAt?: Date | string | null }): Obstacle[] {
  return takenDownAt == null ? [] : [{ code: 'TAKEN_DOWN', message: sentences.takenDown }];
}
