import { leaveWork, transaction } from '@agora/platform/database/database';
import { type Problem, Refusal, refuseAll } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { Sentence } from '@agora/platform/input/sentence';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Seller } from '../../sellers/model.ts';
import type { Product, Schedule } from '../model/product.ts';
import { sellersProblemsOf } from '../publish-problems.ts';
import { sentences } from '../sentences.ts';
import { announceUpdated } from './announce-updated.ts';
import { lockOwnProduct } from './lock-product.ts';

/** The work of who puts products on sale and takes them off it at their time. */
export const SCHEDULES = 'schedules';

const YEAR_MS = 366 * 24 * 3_600_000;

export interface SchedulePublication extends Schedule {
  readonly productId: string;
  readonly sellerId: string;
  readonly expectedVersion: number | null;
}

/**
 * Says when a seller's own product goes on sale by itself, and off it.
 * @throws NOT_FOUND, VERSION_MISMATCH; INVALID for an instant that does not fit; CONFLICT where the product is in no state for it; FORBIDDEN for a seller who may not
 * publish.
 */
export async function schedulePublication(em: EntityManager, wanted: SchedulePublication): Promise<void> {
  const { productId, sellerId, publishAt, unpublishAt, expectedVersion } = wanted;
  await transaction(em, async (tx) => {
    const product = await lockOwnProduct(tx, productId, sellerId);
    demandVersion(product, expectedVersion);
    const now = new Date();
    refuseAll(problemsOf(product, { publishAt, unpublishAt }, now));
    if (publishAt) {
      const [forbidden] = sellersProblemsOf(await tx.findOne(Seller, sellerId, { lockMode: LockMode.PESSIMISTIC_READ }));
      if (forbidden) throw new Refusal('FORBIDDEN', forbidden.message);
    }
    if (!product.schedule({ publishAt, unpublishAt }, now)) return;
    await announceUpdated(tx, product);
    leaveWork(tx, SCHEDULES);
  });
}

function problemsOf({ status }: Product, { publishAt, unpublishAt }: Schedule, now: Date): Problem[] {
  const inTime = (instant: Date) => instant > now && instant.getTime() <= now.getTime() + YEAR_MS;
  const invalid = (field: keyof Schedule, message: Sentence): Problem => ({ code: 'INVALID', message, field: [field] });
  return [
    ...(publishAt && status !== 'DRAFT' ? [{ code: 'CONFLICT', message: sentences.noDraft, field: ['productId'] } as const] : []),
    ...(unpublishAt && status === 'ARCHIVED' ? [{ code: 'CONFLICT', message: sentences.notPublished, field: ['productId'] } as const] : []),
    ...(publishAt && !inTime(publishAt) ? [invalid('publishAt', sentences.notInTime)] : []),
    ...(unpublishAt && !inTime(unpublishAt) ? [invalid('unpublishAt', sentences.notInTime)] : []),
    ...(publishAt && unpublishAt && unpublishAt <= publishAt ? [invalid('unpublishAt', sentences.offBeforeOn)] : []),
    ...(unpublishAt && !publishAt && status === 'DRAFT' ? [invalid('unpublishAt', sentences.notOnSaleByThen)] : []),
  ];
}
