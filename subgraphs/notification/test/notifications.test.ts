import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomInt } from 'node:crypto';
import type { Actor } from '@agora/platform/security/actor';
import { newId, newUuid } from '@agora/platform/ids';
import { schemaDrift } from '@agora/platform/testing/drift';
import { operationCacheBytes } from '@agora/platform/observe/metrics';
import { eventually } from '@agora/platform/testing/eventually';
import { person, startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { take } from '@agora/platform/testing/take';
import type { DataOf } from '@agora/schema/events/event';
import {
  PriceDropped,
  ProductJobEnded,
  ProductReinstated,
  ProductRestocked,
  ProductTakenDown,
  PublicationFailed,
  ReviewAnswered,
  ReviewApproved,
  ReviewPosted,
  ReviewRejected,
  ReviewRequested,
  ReviewUpdated,
  ThresholdReached,
} from '@agora/schema/events/catalog';
import { CommentAdded } from '@agora/schema/events/forum';
import { NotificationCreated, OrderPartiesNotified } from '@agora/schema/events/notification';
import { OrderCancelled, OrderConfirmed } from '@agora/schema/events/order';
import {
  UserBlocked,
  UserMuted,
  UserPreferencesChanged,
  UserRegistered,
  UserRenamed,
  UserRolesChanged,
  UserUnblocked,
  UserUnmuted,
} from '@agora/schema/events/user';
import type { ExecutionResult } from 'graphql';
import * as z from 'zod';
import { start } from '../src/main.ts';
import { entities } from '../src/entities.ts';

let notification: SubgraphUnderTest;
let buyer: Actor;
let seller: Actor;

beforeAll(async () => {
  const topics = ['user.events', 'catalog.events', 'order.events', 'forum.events', 'notification.events'];
  notification = await startSubgraph('notification', start, topics, { OPERATION_CACHE_BYTES: '1000000', SMTP_URL: 'smtp://127.0.0.1:1' });
});
afterAll(() => notification.stop());
beforeEach(() => {
  buyer = person();
  seller = person('SELLER');
});

test('the entities say what the migrations made', async () => {
  expect(await schemaDrift(notification.databaseUrl, entities)).toBe('');
});

describe('when an order is confirmed', () => {
  test('the buyer is told of the order, each seller of what they sold, and order that they were told', async () => {
    const second = person('SELLER');
    const order = ordered({
      number: 'AG-7',
      lines: [lineOf(seller, 'Mug', 2, 1200), lineOf(second, 'Stool', 1, 8900), lineOf(seller, 'Bowl', 1, 1800)],
      total: eur(13_100),
    });
    await notification.happened(OrderConfirmed, order);
    await notified(order);

    const subject = { __typename: 'Order', id: order.orderId };
    expect(await inbox(buyer)).toEqual([
      {
        kind: 'ORDER_UPDATED',
        title: 'Order AG-7 is confirmed',
        body: '2 × Mug, 1 × Stool, and 1 × Bowl for €131.00 in all. Thank you for buying here.',
        isRead: false,
        actor: null,
        subject,
      },
    ]);
    const sold = { kind: 'PRODUCT_SOLD', isRead: false, actor: { id: buyer.id }, subject };
    expect(await inbox(seller)).toEqual([
      { ...sold, title: 'You sold 2 × Mug and 1 × Bowl', body: 'Order AG-7 is paid: €42.00 of it are yours.' },
    ]);
    expect(await inbox(second)).toEqual([{ ...sold, title: 'You sold 1 × Stool', body: 'Order AG-7 is paid: €89.00 of it are yours.' }]);
  });

  test('in no checkout, the parties are told as well, and that is announced', async () => {
    const alone = { ...ordered({ lines: [lineOf(seller, 'Mug', 1, 1200)] }), sagaId: undefined };
    await notification.happened(OrderConfirmed, alone);
    expect(await notification.heard(OrderPartiesNotified, ({ orderId }) => orderId === alone.orderId)).toEqual({ orderId: alone.orderId });
    expect(await inbox(buyer)).toMatchObject([{ kind: 'ORDER_UPDATED' }]);
    expect(await inbox(seller)).toMatchObject([{ kind: 'PRODUCT_SOLD' }]);
  });

  test('it is announced whom it told, and of what kind', async () => {
    await notification.happened(OrderConfirmed, ordered());
    const [told, sold] = await Promise.all(
      [buyer, seller].map(({ id }) => notification.heard(NotificationCreated, ({ recipientId }) => recipientId === id)),
    );
    expect(told?.kind).toBe('ORDER_UPDATED');
    expect(sold?.kind).toBe('PRODUCT_SOLD');
    expect((await listed(buyer)).map(({ id }) => id)).toEqual([told?.notificationId]);
  });

  test('everybody is told once, though the event comes again, and though order announces it again', async () => {
    const order = ordered();
    const eventId = newUuid();
    for (const id of [eventId, eventId, newUuid()]) await notification.happened(OrderConfirmed, order, id);
    await notification.settled();

    const later = ordered({ buyerId: person().id, lines: [lineOf(person('SELLER'), 'Mug', 1, 1200)] });
    await notification.happened(OrderConfirmed, later);
    await notified(later);

    expect(await inbox(buyer)).toHaveLength(1);
    expect(await inbox(seller)).toHaveLength(1);
    expect(await unreadCount(buyer)).toBe(1);
    expect(notification.heardAll(OrderPartiesNotified, ({ orderId }) => orderId === order.orderId)).toHaveLength(1);
  });

  test('somebody who buys from themselves is told both', async () => {
    const order = ordered({ lines: [lineOf(buyer, 'Mug', 1, 1200)] });
    await notification.happened(OrderConfirmed, order);
    await notified(order);
    expect((await inbox(buyer)).map(({ kind }) => kind).sort()).toEqual(['ORDER_UPDATED', 'PRODUCT_SOLD']);
    expect(await unreadCount(buyer)).toBe(2);
  });

  test('many orders with the same sellers, told by two replicas at once, are all told, and counted', async () => {
    const replica = await start({ env: notification.env, listen: false });
    const sellers = Array.from({ length: 6 }, () => person('SELLER'));
    const orders = Array.from({ length: 120 }, (_, index) => {
      const turned = index % 2 ? sellers : sellers.toReversed();
      return ordered({ lines: turned.map((one) => lineOf(one, 'Mug', 1, 1200)) });
    });
    try {
      const stream = await follow(buyer);
      for (let i = 0; i < orders.length; i += 6) {
        await Promise.all(orders.slice(i, i + 6).map((order) => notification.happened(OrderConfirmed, order)));
        await takeLive(stream, 6);
      }
      await stream.return?.();
      for (const one of [buyer, ...sellers]) expect(await unreadCount(one)).toBe(120);
    } finally {
      await replica.stop();
    }
  });
});

describe('when an order is cancelled', () => {
  test('the buyer is told why, in their language, and no seller hears of it', async () => {
    await registered(buyer, { locale: 'es-CO' });
    const order = ordered({ number: 'AG-8', total: { minorUnits: 4_500_000, currencyCode: 'COP' } });
    await notification.happened(OrderCancelled, { ...order, reason: 'OUT_OF_STOCK' });
    await notified(order);

    expect(await inbox(buyer)).toMatchObject([
      {
        kind: 'ORDER_UPDATED',
        title: 'Pedido AG-8 cancelado',
        body: 'Algo de lo que pediste se agotó antes de que pudiéramos apartarlo para ti. No debes los $\u00a045.000,00; si ya se cobraron, te los devolvemos.',
        subject: { __typename: 'Order', id: order.orderId },
      },
    ]);
    expect(await inbox(seller)).toEqual([]);
  });

  test('the buyer is told in the language that they have chosen since', async () => {
    await registered(buyer, { locale: 'en' });
    await notification.happened(UserPreferencesChanged, {
      userId: buyer.id,
      locale: 'pt-BR',
      currencyCode: 'BRL',
      timeZone: 'America/Sao_Paulo',
    });
    const order = ordered({ number: 'AG-8' });
    await notification.settled();
    await notification.happened(OrderCancelled, { ...order, reason: 'OUT_OF_STOCK' });
    await notified(order);
    expect(await inbox(buyer)).toMatchObject([{ title: 'O pedido AG-8 foi cancelado' }]);
  });

  test('for a reason that only a newer version of order knows, the buyer is told so much, and the bus has the reason as it came', async () => {
    const order = ordered({ number: 'AG-9' });
    await notification.happened(OrderCancelled, OrderCancelled.data.parse({ ...order, reason: 'SELLER_SUSPENDED' }));
    await notified(order);

    const [told] = await inbox(buyer);
    expect(told?.body).toMatch(/^It could not be completed\. You do not owe/);
    expect(await notification.heard(OrderCancelled, ({ orderId }) => orderId === order.orderId)).toMatchObject({
      reason: 'SELLER_SUSPENDED',
    });
  });

  test('after it was confirmed, the buyer is told of both endings, of each once', async () => {
    const order = ordered();
    await notification.happened(OrderConfirmed, order);
    for (const id of [newUuid(), newUuid()]) await notification.happened(OrderCancelled, { ...order, reason: 'BUYER_REQUEST' }, id);
    await notification.settled();
    expect((await inbox(buyer)).map(({ title }) => title)).toEqual([
      `Order ${order.number} was cancelled`,
      `Order ${order.number} is confirmed`,
    ]);
  });
});

describe('when a product is reviewed', () => {
  const about = () => ({
    reviewId: newId('rev'),
    productId: newId('prd'),
    sellerId: seller.id,
    authorId: buyer.id,
    productName: 'Oak tray',
  });
  const approved = { rating: 4, excerpt: 'Holds a lot.', approvedBy: 'RULES' as const, isFirst: true };
  const told = async (who: Actor) =>
    (await inbox(who)).map(({ kind, title, body, actor, subject }) => [kind, title, body, actor?.id ?? null, subject?.id]);

  test('the seller is told once it is shown, and not when it returns; its author is told what moderators decide', async () => {
    await registered(buyer, { displayName: 'Ana Torres' });
    await registered(seller, { locale: 'es-CO' });
    const { reviewId, ...rest } = about();
    await notification.happened(ReviewApproved, { ...rest, reviewId, ...approved });
    await notification.settled();
    await notification.happened(ReviewRejected, { ...rest, reviewId, reason: 'MISLEADING', message: 'It is about the table.' });
    await notification.settled();
    await notification.happened(ReviewApproved, { ...rest, reviewId, ...approved, approvedBy: 'MODERATOR', isFirst: false });
    await notification.settled();
    expect(await told(seller)).toEqual([
      ['REVIEW_RECEIVED', 'Ana Torres dio 4 de 5 estrellas a «Oak tray»', 'Holds a lot.', buyer.id, reviewId],
    ]);
    expect(await told(buyer)).toEqual([
      ['REVIEW_DECIDED', 'Your review of “Oak tray” was approved', 'Everybody can read it from now on.', null, reviewId],
      [
        'REVIEW_DECIDED',
        'Your review of “Oak tray” was not approved',
        'It is untrue, or about something else.\n\nIt is about the table.',
        null,
        reviewId,
      ],
    ]);
  });

  test('its author is told of the first answer', async () => {
    const { reviewId, ...rest } = about();
    await notification.happened(ReviewAnswered, { ...rest, reviewId, excerpt: 'Thank you.', isFirst: true });
    await notification.happened(ReviewAnswered, { ...rest, reviewId, excerpt: 'Thank you!', isFirst: false });
    await notification.settled();
    expect(await told(buyer)).toEqual([
      ['REVIEW_ANSWERED', 'The seller of “Oak tray” answered your review', 'Thank you.', seller.id, reviewId],
    ]);
  });

  test('who bought it is asked for a review, in their language, unless they do not want to hear of the seller', async () => {
    await registered(buyer, { locale: 'pt-BR' });
    const muting = person();
    await notification.happened(UserMuted, { userId: muting.id, mutedUserId: seller.id, until: null });
    await notification.settled();
    const { productId, sellerId, productName } = about();
    for (const { id: buyerId } of [buyer, muting])
      await notification.happened(ReviewRequested, { productId, sellerId, productName, buyerId });
    await notification.settled();
    expect(await told(buyer)).toEqual([
      ['REVIEW_REQUESTED', 'Que tal “Oak tray”?', 'Conte aos outros o que achou do que comprou.', null, productId],
    ]);
    expect(await told(muting)).toEqual([]);
  });

  test('moderators are told when a review waits for them, and nobody who has a part in it or moderates no more', async () => {
    const [chosen, former, both] = [person(), person(), person()];
    for (const { id: userId } of [chosen, former, both])
      await notification.happened(UserRolesChanged, { userId, roles: ['USER', 'MODERATOR'] });
    await notification.happened(UserRolesChanged, { userId: former.id, roles: ['USER'] });
    await notification.settled();
    const { reviewId, ...rest } = { ...about(), authorId: both.id };
    const posted = { ...rest, reviewId, rating: 2, postedAt: new Date().toISOString() };
    const updated = { ...rest, reviewId, rating: 2, version: 2 };
    await notification.happened(ReviewPosted, { ...posted, status: 'PENDING' });
    await notification.happened(ReviewPosted, { ...posted, reviewId: newId('rev'), status: 'APPROVED' });
    await notification.happened(ReviewUpdated, { ...updated, status: 'PENDING', statusBefore: 'PENDING' });
    await notification.happened(ReviewUpdated, { ...updated, status: 'PENDING', statusBefore: 'REJECTED' });
    await notification.settled();
    const waits = ['REVIEW_SUBMITTED', 'A review of “Oak tray” waits', 'Approve it, or turn it down.', null, reviewId];
    expect(await told(chosen)).toEqual([waits, waits]);
    for (const nobody of [former, both, seller, buyer]) expect(await told(nobody)).toEqual([]);
  });

  test('neither of two hears of the other whom a block keeps apart, and what moderators decide is told all the same', async () => {
    await notification.happened(UserBlocked, { userId: buyer.id, blockedUserId: seller.id });
    await notification.settled();
    await notification.happened(ReviewApproved, { ...about(), ...approved, approvedBy: 'MODERATOR' });
    await notification.happened(ReviewAnswered, { ...about(), excerpt: 'Thank you.', isFirst: true });
    await notification.settled();
    expect(await told(seller)).toEqual([]);
    expect((await told(buyer)).map(([kind]) => kind)).toEqual(['REVIEW_DECIDED']);
  });
});

describe('when stock runs out', () => {
  const reached = (threshold: 'LOW' | 'OUT' | 'BACK', availableQuantity: number) => ({
    variantId: newId('var'),
    productId: newId('prd'),
    sellerId: seller.id,
    productName: 'Moss green teapot',
    sku: 'POT-1',
    threshold,
    availableQuantity,
  });

  test('the seller is told that it is low, and that it is out, of each once, and not that there is some again', async () => {
    const [low, out, back] = [reached('LOW', 3), reached('OUT', 0), reached('BACK', 8)];
    const eventId = newUuid();
    await notification.happened(ThresholdReached, low, eventId);
    await notification.happened(ThresholdReached, low, eventId);
    await notification.settled();
    await notification.happened(ThresholdReached, out);
    await notification.happened(ThresholdReached, back);
    await notification.settled();
    expect((await inbox(seller)).map(({ kind, title, body, subject }) => ({ kind, title, body, subject }))).toEqual([
      {
        kind: 'SOLD_OUT',
        title: '“Moss green teapot” has run out',
        body: 'No unit of POT-1 is left.',
        subject: { __typename: 'ProductVariant', id: out.variantId },
      },
      {
        kind: 'STOCK_LOW',
        title: '“Moss green teapot” is running out',
        body: '3 units of POT-1 are left.',
        subject: { __typename: 'ProductVariant', id: low.variantId },
      },
    ]);
  });

  test('of the last but one the seller reads in their language', async () => {
    await registered(seller, { locale: 'es' });
    await notification.settled();
    await notification.happened(ThresholdReached, reached('LOW', 1));
    await notification.settled();
    expect(await inbox(seller)).toMatchObject([{ title: '«Moss green teapot» se está agotando', body: 'Queda una unidad de POT-1.' }]);
  });
});

describe('what becomes of a product', () => {
  const product = () => ({ productId: newId('prd'), sellerId: seller.id, productName: 'Moss green teapot' });
  const told = async () => (await inbox(seller)).map(({ kind, title, body, subject }) => ({ kind, title, body, subject }));

  test('its seller is told that moderators took it off sale, why, and that it may be published again, each once', async () => {
    const taken = product();
    const eventId = newUuid();
    const happened = { ...taken, reason: 'COUNTERFEIT' as const, message: 'The mark is not yours.' };
    for (const time of [eventId, eventId]) await notification.happened(ProductTakenDown, happened, time);
    await notification.settled();
    await notification.happened(ProductReinstated, { ...taken, message: null });
    await notification.settled();
    const subject = { __typename: 'Product', id: taken.productId };
    expect(await told()).toEqual([
      {
        kind: 'PRODUCT_TAKEN_DOWN',
        title: '“Moss green teapot” may go on sale again',
        body: 'Moderators have reinstated it: publish it when you like.',
        subject,
      },
      {
        kind: 'PRODUCT_TAKEN_DOWN',
        title: '“Moss green teapot” was taken off sale',
        body: 'Moderators took it for a fake.\n\nThe mark is not yours.',
        subject,
      },
    ]);
  });

  test.each([
    [
      'en',
      '“Moss green teapot” did not go on sale',
      'It stays a draft. You are not verified as a seller. It has to tell: Material and weight.',
    ],
    [
      'es',
      '«Moss green teapot» no salió a la venta',
      'Sigue siendo un borrador. Tu cuenta de venta no está verificada. Tiene que indicar: Materia y weight.',
    ],
    [
      'pt',
      '“Moss green teapot” não entrou à venda',
      'Continua sendo um rascunho. A sua conta de vendas não está verificada. Ele tem de indicar: Material e weight.',
    ],
  ])('its seller reads in %s what kept it from going on sale by itself', async (locale, title, body) => {
    await registered(seller, { locale });
    await notification.settled();
    const attributeNames = [
      { locale: 'en', text: 'Material' },
      { locale: 'es', text: 'Materia' },
    ];
    const problems = [
      { code: 'SELLER_NOT_VERIFIED' as const },
      { code: 'ATTRIBUTE_MISSING' as const, attributeKey: 'material', attributeNames },
      { code: 'ATTRIBUTE_MISSING' as const, attributeKey: 'weight' },
    ];
    await notification.happened(PublicationFailed, { ...product(), publishAt: new Date().toISOString(), problems });
    await notification.settled();
    expect(await told()).toMatchObject([{ kind: 'PRODUCT_PUBLICATION_FAILED', title, body }]);
  });
});

test('the seller is told that an import is done, and what came of it, and not that one was stopped', async () => {
  const seller = person('SELLER');
  const ended = (status: 'COMPLETED' | 'CANCELLED') => ({
    jobId: newId('imp'),
    sellerId: seller.id,
    work: 'IMPORT' as const,
    status,
    isDryRun: false,
    createdCount: 3,
    updatedCount: 1,
    failedCount: 2,
    rowCount: 9,
  });
  const done = ended('COMPLETED');
  await notification.happened(ProductJobEnded, done);
  await notification.happened(ProductJobEnded, ended('CANCELLED'));
  await notification.settled();
  expect((await inbox(seller)).map(({ kind, title, body, subject }) => ({ kind, title, body, subject }))).toEqual([
    {
      kind: 'PRODUCT_JOB_FINISHED',
      title: 'Your import of products is done',
      body: 'Products made: 3. Changed: 1. Wrong lines: 2.',
      subject: { __typename: 'ProductImport', id: done.jobId },
    },
  ]);
});

describe('of what people wish for', () => {
  const wished = () => ({ productId: newId('prd'), sellerId: seller.id, productName: 'Moss green teapot' });

  test('each is told that it got cheaper, and is back, in their language, but for who does not want to hear of the seller', async () => {
    const [ana, blocker, blocked] = [person(), person(), person()];
    await registered(ana, { locale: 'pt' });
    await notification.happened(UserBlocked, { userId: blocker.id, blockedUserId: seller.id });
    await notification.happened(UserBlocked, { userId: seller.id, blockedUserId: blocked.id });
    await notification.settled();
    const about = wished();
    const prices = { priceBefore: eur(2_000), price: eur(1_750) };
    const people = [buyer, ana, blocker, blocked].map(({ id }) => ({ userId: id, ...prices }));
    const eventId = newUuid();
    await notification.happened(PriceDropped, { ...about, people }, eventId);
    await notification.happened(PriceDropped, { ...about, people }, eventId);
    await notification.happened(ProductRestocked, { ...about, userIds: people.map(({ userId }) => userId) });
    await notification.settled();
    const told = { isRead: false, actor: null, subject: { __typename: 'Product', id: about.productId } };
    expect(await inbox(buyer)).toEqual([
      { ...told, kind: 'BACK_IN_STOCK', title: '“Moss green teapot” is back', body: 'What you wished for can be bought again.' },
      {
        ...told,
        kind: 'PRICE_DROPPED',
        title: '“Moss green teapot” costs less',
        body: 'It costs €17.50 now. It was €20.00 when you wished for it.',
      },
    ]);
    expect((await inbox(ana)).map(({ title }) => title)).toEqual(['“Moss green teapot” voltou', '“Moss green teapot” ficou mais barato']);
    for (const averse of [blocker, blocked, seller]) expect(await inbox(averse)).toEqual([]);
  });

  test('five hundred people are told in as few statements as one, and each hears of it live', async () => {
    const last = person();
    const live = await notification.subscribe(
      'subscription { notificationReceived { unreadCount notification { kind } } }',
      {},
      { as: last },
    );
    const ids = Array.from({ length: 499 }, () => newId('usr'));
    notification.statements();
    await notification.happened(ProductRestocked, { ...wished(), userIds: [...ids, last.id] });
    expect((await live.next()).value).toEqual({
      data: { notificationReceived: { unreadCount: 1, notification: { kind: 'BACK_IN_STOCK' } } },
    });
    await live.return?.();
    expect(notification.statements().filter((sql) => sql.includes('platform.feed_head (')).length).toBe(1);
    await eventually(
      () => notification.heardAll(NotificationCreated, ({ recipientId }) => ids.includes(recipientId)).length === ids.length,
    );
  });
});

describe('when somebody comments', () => {
  test('the author of the post is told, by the name of who commented', async () => {
    const author = person();
    await registered(buyer, { displayName: 'Marta' });
    await notification.happened(UserRenamed, { userId: buyer.id, username: 'marta', displayName: 'Marta Ruiz' });
    await notification.settled();
    const comment = commented({ postAuthorId: author.id, authorId: buyer.id });
    await notification.happened(CommentAdded, comment);
    await notification.settled();
    expect(await inbox(author)).toEqual([
      {
        kind: 'COMMENT_ADDED',
        title: 'Marta Ruiz commented on “Does it stack?”',
        body: 'Two do.',
        isRead: false,
        actor: { id: buyer.id },
        subject: { __typename: 'Comment', id: comment.commentId },
      },
    ]);
  });

  test('a reply is told to whom it answers, and to the author of the post', async () => {
    const [author, answered] = [person(), person()];
    await notification.happened(CommentAdded, {
      ...commented({ postAuthorId: author.id, authorId: buyer.id }),
      parentId: newId('cmt'),
      parentAuthorId: answered.id,
    });
    await notification.settled();
    expect((await inbox(author)).map(({ title }) => title)).toEqual(['Somebody commented on “Does it stack?”']);
    expect((await inbox(answered)).map(({ title }) => title)).toEqual(['Somebody replied to you in “Does it stack?”']);
  });

  test('an author whose own comment is answered is told once', async () => {
    const author = person();
    await notification.happened(CommentAdded, {
      ...commented({ postAuthorId: author.id, authorId: buyer.id }),
      parentId: newId('cmt'),
      parentAuthorId: author.id,
    });
    await notification.settled();
    expect((await inbox(author)).map(({ title }) => title)).toEqual(['Somebody replied to you in “Does it stack?”']);
  });

  test.each([
    [
      'whom they have blocked',
      (mine: string, theirs: string) => notification.happened(UserBlocked, { userId: mine, blockedUserId: theirs }),
      (mine: string, theirs: string) => notification.happened(UserUnblocked, { userId: mine, blockedUserId: theirs }),
    ],
    [
      'who has blocked them',
      (mine: string, theirs: string) => notification.happened(UserBlocked, { userId: theirs, blockedUserId: mine }),
      (mine: string, theirs: string) => notification.happened(UserUnblocked, { userId: theirs, blockedUserId: mine }),
    ],
    [
      'whom they have muted',
      (mine: string, theirs: string) => notification.happened(UserMuted, { userId: mine, mutedUserId: theirs, until: null }),
      (mine: string, theirs: string) => notification.happened(UserUnmuted, { userId: mine, mutedUserId: theirs }),
    ],
    [
      'whom they had muted for a while',
      (mine: string, theirs: string) =>
        notification.happened(UserMuted, { userId: mine, mutedUserId: theirs, until: '2999-01-01T00:00:00.000Z' }),
      (mine: string, theirs: string) =>
        notification.happened(UserMuted, { userId: mine, mutedUserId: theirs, until: '2001-01-01T00:00:00.000Z' }),
    ],
  ])('nobody is told of somebody %s, but of an order', async (_whom, begin, end) => {
    const author = person('SELLER');
    const comment = () => notification.happened(CommentAdded, commented({ postAuthorId: author.id, authorId: buyer.id }));
    await begin(author.id, buyer.id);
    await comment();
    const order = ordered({ lines: [lineOf(author, 'Mug', 1, 1200)] });
    await notification.happened(OrderConfirmed, order);
    await notified(order);
    await notification.settled();
    expect((await inbox(author)).map(({ kind }) => kind)).toEqual(['PRODUCT_SOLD']);
    await end(author.id, buyer.id);
    await notification.settled();
    await comment();
    await notification.settled();
    expect((await inbox(author)).map(({ kind }) => kind)).toEqual(['COMMENT_ADDED', 'PRODUCT_SOLD']);
  });

  test('who has muted somebody is told of all the same, by them', async () => {
    const author = person();
    await notification.happened(UserMuted, { userId: buyer.id, mutedUserId: author.id, until: null });
    await notification.happened(CommentAdded, commented({ postAuthorId: author.id, authorId: buyer.id }));
    await notification.settled();
    expect(await inbox(author)).toHaveLength(1);
  });

  test('nobody is told of what they said themselves', async () => {
    await notification.happened(CommentAdded, commented({ postAuthorId: buyer.id, authorId: buyer.id }));
    await notification.happened(CommentAdded, {
      ...commented({ postAuthorId: seller.id, authorId: buyer.id }),
      parentId: newId('cmt'),
      parentAuthorId: buyer.id,
    });
    await notification.settled();
    expect(await inbox(buyer)).toEqual([]);
    expect(await inbox(seller)).toHaveLength(1);
  });
});

describe('live', () => {
  test('each notification arrives with the count of its moment, and a replayed one says what was', async () => {
    const stream = await follow(buyer);
    for (let i = 0; i < 3; i++) await notification.happened(OrderConfirmed, ordered());
    const live = await takeLive(stream, 3);
    await stream.return?.();
    expect(live.map(({ unreadCount }) => unreadCount)).toEqual([1, 2, 3]);

    await notification.data(MARK_READ, { input: { all: true } }, { as: buyer });
    const replayed = await follow(buyer, live[0]?.cursor);
    expect(await takeLive(replayed, 2)).toEqual(live.slice(1));
    await replayed.return?.();
    expect(live.every(({ notification }) => !notification.isRead && notification.readAt === null)).toBe(true);
  });

  test('three hundred notifications reach a reader whose connection is cut again and again: none lost, none twice, in order', async () => {
    const orders = Array.from({ length: 300 }, () => ordered());
    let after = (await firstCursor()).cursor;
    const sending = (async () => {
      for (let i = 0; i < orders.length; i += 10) {
        await Promise.all(orders.slice(i, i + 10).map((order) => notification.happened(OrderConfirmed, order)));
      }
    })();

    const told: string[] = [];
    const counts: number[] = [];
    while (told.length < 300) {
      const stream = await follow(buyer, after);
      for (const event of await takeLive(stream, Math.min(randomInt(1, 25), 300 - told.length))) {
        told.push(event.notification.subject.id);
        counts.push(event.unreadCount);
        after = event.cursor;
      }
      // Cut while the reader waits for the next one, which it never gets.
      const cut = stream.next();
      await stream.return?.();
      await cut;
    }
    await sending;

    expect(new Set(told)).toEqual(new Set(orders.map(({ orderId }) => orderId)));
    expect(counts).toEqual(Array.from({ length: 300 }, (_, index) => index + 2));
    const stored = await listed(buyer, { first: 100 });
    expect(stored.map(({ subject }) => subject.id)).toEqual(told.slice(-100).reverse());
  });

  test('an event’s cursor pages back from it, and a page’s cursor follows on from it', async () => {
    const stream = await follow(buyer);
    for (let i = 0; i < 4; i++) {
      await notification.happened(OrderConfirmed, ordered());
    }
    const live = await takeLive(stream, 4);
    await stream.return?.();

    const older = await listed(buyer, { after: live[2]?.cursor });
    expect(older.map(({ id }) => id)).toEqual([live[1]?.notification.id, live[0]?.notification.id]);

    const page = await pageOf(buyer, { first: 2 });
    const resumed = await follow(buyer, page.edges[1]?.cursor);
    expect((await takeLive(resumed, 1)).map(({ notification }) => notification.id)).toEqual([page.edges[0]?.node.id]);
    await resumed.return?.();
  });

  test('nobody follows as a guest, nor with a cursor of somebody else’s', async () => {
    const { cursor } = await firstCursor();
    expect(await refusedToFollow(null)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await refusedToFollow(seller, cursor)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(await refusedToFollow(buyer, 'garbage')).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  async function firstCursor(): Promise<Live> {
    const stream = await follow(buyer);
    await notification.happened(OrderConfirmed, ordered());
    const [event] = await takeLive(stream, 1);
    await stream.return?.();
    if (!event) throw new Error('Nothing was told.');
    return event;
  }
});

describe('reading', () => {
  test('marks those that are named, or all, and says how many are left', async () => {
    await toldTimes(5);
    const [newest, , oldest] = await listed(buyer);
    const ids = [newest?.id, oldest?.id];
    expect(await notification.data(MARK_READ, { input: { ids: [...ids, newest?.id] } }, { as: buyer })).toEqual({
      notificationMarkRead: {
        notifications: expect.arrayContaining(ids.map((id) => ({ id, isRead: true, readAt: expect.any(String) }))),
        unreadCount: 3,
        userErrors: [],
      },
    });
    expect(await notification.data(MARK_READ, { input: { ids } }, { as: buyer })).toMatchObject({
      notificationMarkRead: { notifications: [], unreadCount: 3, userErrors: [] },
    });
    expect((await listed(buyer, { filter: { isRead: true } })).map(({ id }) => id)).toEqual(ids);
    expect(await listed(buyer, { filter: { isRead: false } })).toHaveLength(3);

    const rest = z
      .object({ notificationMarkRead: z.object({ notifications: z.array(z.unknown()), unreadCount: z.int() }) })
      .parse(await notification.data(MARK_READ, { input: { all: true } }, { as: buyer })).notificationMarkRead;
    expect(rest.notifications).toHaveLength(3);
    expect(rest.unreadCount).toBe(0);
    expect(await unreadCount(buyer)).toBe(0);
  });

  test('marks all, however many, and names the newest hundred', async () => {
    await toldTimes(102);
    const newest = await listed(buyer, { first: 100 });
    const { notificationMarkRead: marked } = z
      .object({ notificationMarkRead: z.object({ notifications: z.array(z.object({ id: z.string() })), unreadCount: z.int() }) })
      .parse(await notification.data(MARK_READ, { input: { all: true } }, { as: buyer }));
    expect(marked.notifications.map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
    expect(marked.unreadCount).toBe(0);
  });

  test('of one that is another’s, of none at all, or of too many at once is refused, and nothing is marked', async () => {
    await toldTimes(1);
    const [mine] = await listed(buyer);
    const [theirs] = await listed(seller);
    for (const strange of [theirs?.id, newId('ntf'), 'ntf_\0']) {
      const answer = await notification.data(MARK_READ, { input: { ids: [mine?.id, strange] } }, { as: buyer });
      expect(answer).toEqual({
        notificationMarkRead: {
          notifications: [],
          unreadCount: 1,
          userErrors: [{ code: 'NOT_FOUND', field: ['ids', '1'], message: expect.any(String) }],
        },
      });
    }
    for (const input of [{}, { ids: [] }, { all: false }]) {
      expect(await notification.data(MARK_READ, { input }, { as: buyer })).toMatchObject({
        notificationMarkRead: { unreadCount: 1, userErrors: [{ code: 'REQUIRED', field: ['ids'] }] },
      });
    }
    const tooMany = { ids: Array.from({ length: 1_001 }, () => mine?.id) };
    expect(await notification.data(MARK_READ, { input: tooMany }, { as: buyer })).toMatchObject({
      notificationMarkRead: { unreadCount: 1, userErrors: [{ code: 'INVALID', field: ['ids'] }] },
    });
    expect((await notification.ask(MARK_READ, { input: { all: true } })).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(await unreadCount(seller)).toBe(1);
  });

  test('the count stays exact while notifications come and are read at the same time', async () => {
    let allHere = false;
    const read = async () => {
      const problems = [];
      while (!allHere) problems.push(...((await notification.ask(MARK_READ, { input: { all: true } }, { as: buyer })).errors ?? []));
      return problems;
    };
    const reading = Promise.all([read(), read(), read(), read()]);
    const stream = await follow(buyer);
    for (let i = 0; i < 60; i++) {
      await notification.happened(OrderConfirmed, ordered());
      await takeLive(stream, 1);
    }
    await stream.return?.();
    allHere = true;
    expect((await reading).flat()).toEqual([]);
    expect((await pageOf(buyer, {})).totalCount).toBe(60);
    expect(await unreadCount(buyer)).toBe((await pageOf(buyer, { filter: { isRead: false } })).totalCount);
  });

  test('the list is filtered by kind, and pages through everything, newest first, and from the end', async () => {
    await registered(buyer, {});
    await toldTimes(3);
    await notification.happened(CommentAdded, commented({ postAuthorId: buyer.id, authorId: seller.id }));
    await notification.settled();
    expect((await listed(buyer, { filter: { kinds: ['COMMENT_ADDED'] } })).map(({ kind }) => kind)).toEqual(['COMMENT_ADDED']);
    expect(await listed(buyer, { filter: { kinds: [] } })).toEqual([]);

    const everything = await listed(buyer);
    expect(everything).toHaveLength(4);
    expect(everything[0]?.kind).toBe('COMMENT_ADDED');
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Page = await pageOf(buyer, { first: 1, after });
      paged.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(everything.map(({ id }) => id));

    const end = await pageOf(buyer, { last: 3 });
    const rest = await pageOf(buyer, { last: 3, before: end.pageInfo.startCursor });
    expect([...rest.edges, ...end.edges].map(({ node }) => node)).toEqual(everything);
    expect([rest.pageInfo, end.pageInfo]).toMatchObject([{ hasPreviousPage: false }, { hasPreviousPage: true }]);
  });
});

describe('what somebody was told', () => {
  const PRIVATE = `query ($users: [_Any!]!) {
    _entities(representations: $users) { ... on User { id unreadNotificationCount notifications { nodes { id } } } }
  }`;

  test('is read by themselves, and is null for others, administrators too', async () => {
    await toldTimes(1);
    const users = [{ __typename: 'User', id: buyer.id }];
    const hidden = { _entities: [{ id: buyer.id, unreadNotificationCount: null, notifications: null }] };
    const shown = { _entities: [{ id: buyer.id, unreadNotificationCount: 1, notifications: { nodes: [{ id: expect.any(String) }] } }] };
    expect(await notification.data(PRIVATE, { users }, { as: buyer })).toEqual(shown);
    for (const as of [seller, person('MODERATOR'), person('ADMIN')])
      expect(await notification.data(PRIVATE, { users }, { as })).toEqual(hidden);
    expect((await notification.ask(PRIVATE, { users })).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });

  test('cannot be reached by its id by anybody else', async () => {
    await toldTimes(1);
    const [mine] = await listed(buyer);
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Notification { title } } }';
    const r = [{ __typename: 'Notification', id: mine?.id }];
    expect(await notification.data(query, { r }, { as: buyer })).toEqual({ _entities: [{ title: mine?.title }] });
    for (const as of [seller, person('ADMIN'), null]) expect(await notification.data(query, { r }, { as })).toEqual({ _entities: [null] });
  });

  test('is not paged with a cursor of somebody else’s', async () => {
    await toldTimes(1);
    const { pageInfo } = await pageOf(seller, {});
    const query =
      'query ($u: [_Any!]!, $after: String) { _entities(representations: $u) { ... on User { notifications(after: $after) { nodes { id } } } } }';
    const variables = { u: [{ __typename: 'User', id: buyer.id }], after: pageInfo.endCursor };
    expect((await notification.ask(query, variables, { as: buyer })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

test.each(['first: 20', 'last: 20'])('each level of a query costs one statement for each type, with %s', async (size) => {
  const author = person();
  for (let i = 0; i < 20; i++) await notification.happened(CommentAdded, commented({ postAuthorId: author.id, authorId: buyer.id }));
  await notification.settled();
  const users = Array.from({ length: 20 }, () => ({ __typename: 'User', id: author.id }));
  notification.statements();
  const data = await notification.data(
    `query ($users: [_Any!]!) {
       _entities(representations: $users) {
         ... on User { unreadNotificationCount notifications(${size}, filter: { isRead: false }) { totalCount nodes { title actor { id } subject { ... on Comment { id } } } } }
       }
     }`,
    { users },
    { as: author },
  );
  const node = { title: 'Somebody commented on “Does it stack?”', actor: { id: buyer.id }, subject: { id: expect.any(String) } };
  expect(data).toEqual({
    _entities: users.map(() => ({ unreadNotificationCount: 20, notifications: { totalCount: 20, nodes: Array(20).fill(node) } })),
  });
  // Counts, pages and their totals.
  expect(notification.ownStatements()).toHaveLength(3);
});

test('what is remembered of operations takes no more memory than is given to it', async () => {
  const remembered = async () => (await operationCacheBytes.get()).values.find(({ labels }) => labels.service === 'notification')?.value;
  for (let n = 0; n < 200; n++) await notification.data(`{ ${'again: __typename '.repeat(5)} n${n}: __typename }`);
  expect(await remembered()).toBeGreaterThan(500_000);
  expect(await remembered()).toBeLessThanOrEqual(1_000_000);
});

type Order = DataOf<typeof OrderConfirmed>;

const MARK_READ = `mutation ($input: NotificationMarkReadInput!) {
  notificationMarkRead(input: $input) { notifications { id isRead readAt } unreadCount userErrors { code message field } }
}`;

const Page = z.object({
  totalCount: z.int(),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
  edges: z.array(
    z.object({
      cursor: z.string(),
      node: z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        body: z.string(),
        isRead: z.boolean(),
        actor: z.object({ id: z.string() }).nullable(),
        subject: z.object({ __typename: z.string(), id: z.string() }),
      }),
    }),
  ),
});
type Page = z.output<typeof Page>;

async function pageOf(whose: Actor, args: Readonly<Record<string, unknown>>): Promise<Page> {
  const data = await notification.data(
    `query ($users: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String, $filter: NotificationFilterInput) {
       _entities(representations: $users) {
         ... on User {
           notifications(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
             totalCount
             pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
             edges { cursor node { id kind title body isRead actor { id } subject { __typename ... on Order { id } ... on Comment { id } ... on Post { id } ... on ProductVariant { id } ... on ProductImport { id } ... on Product { id } ... on Review { id } } } }
           }
         }
       }
     }`,
    { ...args, users: [{ __typename: 'User', id: whose.id }] },
    { as: whose },
  );
  return z.object({ _entities: z.tuple([z.object({ notifications: Page })]) }).parse(data)._entities[0].notifications;
}

async function listed(whose: Actor, args: Readonly<Record<string, unknown>> = {}): Promise<Page['edges'][number]['node'][]> {
  return (await pageOf(whose, args)).edges.map(({ node }) => node);
}

async function inbox(whose: Actor) {
  return (await listed(whose)).map(({ id: _, ...told }) => told);
}

async function unreadCount(whose: Actor): Promise<number> {
  const data = await notification.data(
    'query ($users: [_Any!]!) { _entities(representations: $users) { ... on User { unreadNotificationCount } } }',
    { users: [{ __typename: 'User', id: whose.id }] },
    { as: whose },
  );
  return z.object({ _entities: z.tuple([z.object({ unreadNotificationCount: z.int() })]) }).parse(data)._entities[0]
    .unreadNotificationCount;
}

const FOLLOW = `subscription ($after: String) {
  notificationReceived(after: $after) { cursor unreadCount notification { id kind isRead readAt subject { ... on Order { id } } } }
}`;

const Live = z.object({
  cursor: z.string(),
  unreadCount: z.int(),
  notification: z.object({
    id: z.string(),
    kind: z.string(),
    isRead: z.boolean(),
    readAt: z.string().nullable(),
    subject: z.object({ id: z.string() }),
  }),
});
type Live = z.output<typeof Live>;

function follow(as: Actor, after?: string): Promise<AsyncIterableIterator<ExecutionResult>> {
  return notification.subscribe(FOLLOW, { after }, { as });
}

async function refusedToFollow(actor: Actor | null, after?: string): Promise<ExecutionResult> {
  const answer = await notification.service.subscribe({ query: FOLLOW, variables: { after }, identity: { actor, ip: '127.0.0.1' } });
  if (Symbol.asyncIterator in answer) throw new Error('The subscription was accepted.');
  return answer;
}

async function takeLive(stream: AsyncIterableIterator<ExecutionResult>, count: number): Promise<Live[]> {
  return (await take(stream, count)).map(({ data }) => z.object({ notificationReceived: Live }).parse(data).notificationReceived);
}

function eur(minorUnits: number) {
  return { minorUnits, currencyCode: 'EUR' };
}

function lineOf(by: Actor, productName: string, quantity: number, price: number): Order['lines'][number] {
  return { variantId: newId('var'), productId: newId('prd'), sellerId: by.id, productName, quantity, unitPrice: eur(price) };
}

function ordered(differently: Partial<Order> = {}): Order {
  const orderId = newId('ord');
  return {
    orderId,
    sagaId: newId('sag'),
    number: `AG-${orderId.slice(-6)}`,
    buyerId: buyer.id,
    lines: [lineOf(seller, 'Mug', 1, 1200)],
    total: eur(1200),
    ...differently,
  };
}

function commented(by: { postAuthorId: string; authorId: string }): DataOf<typeof CommentAdded> {
  return {
    commentId: newId('cmt'),
    postId: newId('pst'),
    postTitle: 'Does it stack?',
    excerpt: 'Two do.',
    createdAt: new Date().toISOString(),
    ...by,
  };
}

async function registered(who: Actor, as: { displayName?: string; locale?: string }): Promise<void> {
  await notification.happened(UserRegistered, {
    userId: who.id,
    email: `${who.id}@example.org`,
    username: who.id.slice(-8),
    displayName: 'Somebody Else',
    locale: 'en',
    roles: [...who.roles],
    createdAt: new Date().toISOString(),
    ...as,
  });
  await notification.settled();
}

async function toldTimes(times: number): Promise<void> {
  for (let i = 0; i < times; i++) await notification.happened(OrderConfirmed, ordered());
  await eventually(async () => (await unreadCount(buyer)) === times && (await unreadCount(seller)) === times);
}

async function notified(order: Order): Promise<void> {
  await notification.heard(OrderPartiesNotified, ({ orderId }) => orderId === order.orderId);
}
