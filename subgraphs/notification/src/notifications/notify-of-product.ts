import type { EntityManager } from '@mikro-orm/postgresql';
import type { About } from '@agora/platform/events/consumer';
import {
  moderationReason,
  type ProductReinstated,
  type ProductTakenDown,
  type PublicationFailed,
  publicationObstacle,
} from '@agora/schema/events/catalog';
import type { DataOf } from '@agora/schema/events/event';
import { type Notice, notify } from './notify.ts';

/** The seller is told that moderators took a product off sale, and why. */
export async function notifyOfTakedown(tx: EntityManager, taken: DataOf<typeof ProductTakenDown>, { eventId }: About): Promise<void> {
  const { productName = null, message } = taken;
  const reason = moderationReason.interpret(taken.reason);
  await tell(tx, eventId, taken, { kind: 'PRODUCT_TAKEN_DOWN', say: (words) => words.productTakenDown({ productName, reason, message }) });
}

/** The seller is told that a product may be published again. */
export async function notifyOfReinstatement(tx: EntityManager, again: DataOf<typeof ProductReinstated>, { eventId }: About): Promise<void> {
  const { productName = null, message } = again;
  await tell(tx, eventId, again, { kind: 'PRODUCT_TAKEN_DOWN', say: (words) => words.productReinstated({ productName, message }) });
}

/** The seller is told that a product could not go on sale when it was to, and what is to be mended. */
export async function notifyOfFailedPublication(
  tx: EntityManager,
  failed: DataOf<typeof PublicationFailed>,
  { eventId }: About,
): Promise<void> {
  const { productName = null } = failed;
  const problems = failed.problems.map(({ code, attributeKey, attributeNames = [] }) => ({
    code: publicationObstacle.interpret(code),
    attribute: attributeKey === undefined ? null : { key: attributeKey, names: attributeNames },
  }));
  await tell(tx, eventId, failed, {
    kind: 'PRODUCT_PUBLICATION_FAILED',
    say: (words) => words.publicationFailed({ productName, problems }),
  });
}

async function tell(
  tx: EntityManager,
  eventId: string,
  { sellerId: recipientId, productId }: { readonly sellerId: string; readonly productId: string },
  notice: Pick<Notice, 'kind' | 'say'>,
): Promise<void> {
  await notify(tx, eventId, [{ recipientId, subject: { type: 'Product', id: productId }, ...notice }]);
}
