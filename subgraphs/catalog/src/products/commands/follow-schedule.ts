import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { columnsOf, instant, nullable } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { PublicationFailed } from '@agora/schema/events/catalog';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Seller } from '../../sellers/model.ts';
import { announceListed } from './announce-listed.ts';
import { NOT_SCHEDULED, Product } from '../model/product.ts';
import { type Obstacle, productProblemsOf, sellersProblemsOf } from '../publish-problems.ts';
import { announceUpdated } from './announce-updated.ts';
import { lockVariants } from './lock-variants.ts';
import { hasEnabledVariant } from './has-enabled-variant.ts';
import { missingAttributes } from './missing-attributes.ts';
import { takeOffSale } from './unpublish-product.ts';

/**
 * Puts on sale, or takes off it, each product whose time has come, in a transaction of its own. Answers when the next one's comes; null where nothing is scheduled.
 */
export async function followSchedule(em: EntityManager): Promise<Date | null> {
  let next = await nextDue(em);
  while (next && next <= new Date()) {
    if (!(await followOne(em))) return next;
    next = await nextDue(em);
  }
  return next;
}

async function nextDue(em: EntityManager): Promise<Date | null> {
  const [{ dueAt } = { dueAt: null }] = await earliest(em);
  return dueAt === null ? null : new Date(dueAt);
}

const earliest = statement(
  { dueAt: nullable(instant('least(min(product.publish_at), min(product.unpublish_at))')) },
  (columns) => `select ${columns} from product`,
);

/** Whether there was one; false also where others work on all that are due. */
async function followOne(em: EntityManager): Promise<boolean> {
  return transaction(em, async (tx) => {
    const now = new Date();
    const [due] = await claim(tx, [now]);
    if (!due) return false;
    const product = await tx.findOneOrFail(Product, due.id);
    if (product.publishAt && product.publishAt <= now) await goOnSale(tx, product, now);
    else if (!(await takeOffSale(tx, product, now))) throw new Error(`${product.id} was to go off sale, and was not on it.`);
    return true;
  });
}

/** What is locked is changing, or another replica's. */
const claim = statement(
  columnsOf(Product, 'id'),
  (columns) => `select ${columns} from product where publish_at <= $1 or unpublish_at <= $1 limit 1 for update skip locked`,
);

async function goOnSale(tx: EntityManager, product: Product, now: Date): Promise<void> {
  const { id: productId, sellerId, name: productName, publishAt, unpublishAt = null } = product;
  const obstacles = await obstaclesTo(tx, product);
  if (obstacles.length === 0) {
    await lockVariants(tx, [productId]);
    await tx.populate(product, ['variants', 'category']);
    product.publish(now, unpublishAt);
    return announceListed(tx, product);
  }
  product.schedule(NOT_SCHEDULED, now);
  await announceUpdated(tx, product);
  const problems = obstacles.map(({ code, attributeKey, attributeNames }) => ({
    code,
    ...(attributeKey !== undefined && { attributeKey }),
    ...(attributeNames && { attributeNames: attributeNames.map(({ locale, text }) => ({ locale, text })) }),
  }));
  await announce(tx, PublicationFailed, { productId, sellerId, productName, publishAt: (publishAt ?? now).toISOString(), problems });
}

async function obstaclesTo(tx: EntityManager, product: Product): Promise<Obstacle[]> {
  const seller = await tx.findOne(Seller, product.sellerId, { lockMode: LockMode.PESSIMISTIC_READ });
  return [
    ...sellersProblemsOf(seller),
    ...productProblemsOf(product, await missingAttributes(tx, product.id), await hasEnabledVariant(tx, product.id)),
  ];
}
