import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import * as z from 'zod';
import { RELAY_LOCK } from '@agora/platform/events/relay';
import { randomFrom } from '@agora/platform/testing/random';
import { eventually } from '@agora/platform/testing/eventually';
import { ask, data } from './client.ts';
import { formsHere, type Agora, startAgora } from './agora.ts';
import {
  available,
  buy,
  checkOut,
  ending,
  fillCart,
  inParallel,
  type Listing,
  listProduct,
  type Person,
  postAbout,
  register,
  signIn,
} from './shop.ts';

/** How many processes die at random; `npm run nightly` kills more. */
const KILLS = Number(process.env['CHAOS_KILLS'] ?? 20);
const SUBGRAPHS = ['user', 'catalog', 'order', 'forum', 'notification'];

const PAGE = `query ($product: ID!, $order: ID!, $community: ID!) {
  product(id: $product) { name seller { displayName } discussions(first: 3) { nodes { title } } }
  viewer { displayName orders(first: 3) { nodes { number } } notifications(first: 3) { nodes { title } } }
  order(id: $order) { number lines { productName product { name } } }
  community(id: $community) { name posts(first: 3) { nodes { title author { displayName } product { name } } } }
}`;

/** Where `null` must stand in the page, and nowhere else, while a subgraph is away. */
const MISSING: Readonly<Record<string, readonly RegExp[]>> = {
  user: [/^viewer$/, /^product\.seller$/, /\.author$/],
  catalog: [/^product$/, /^order\.lines\.\d+\.product$/, /\.product$/],
  order: [/^order$/, /^viewer\.orders$/],
  forum: [/^community$/, /^product\.discussions$/],
  notification: [/^viewer\.notifications$/],
};

const NotificationPage = z.object({
  nodes: z.array(z.object({ kind: z.string(), subject: z.object({ id: z.string() }).nullable() })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

describe.each(formsHere().filter((form) => form !== 'one process'))('when parts fail, %s', (form) => {
  let agora: Agora;
  let seller: Person;

  beforeAll(async () => {
    // So long, and half as long again, nobody takes up the payment of a worker that was killed.
    agora = await startAgora(form, { ORDER_STEP_TIMEOUT_MS: '20000' });
    seller = await signIn(agora, 'seller');
  });
  afterAll(() => agora?.stop());
  beforeEach(() => eventually(async () => !(await (await fetch(`${agora.url}/health/ready`)).text()).includes('down')));

  test.each(SUBGRAPHS)('the page still answers without %s, and says what is missing', async (subgraph) => {
    const buyer = await register(agora, 'Petra Holm');
    const { productId, variantId } = await listProduct(agora, seller, 'Walnut tray', 20);
    const order = await buy(agora, buyer, variantId);
    await ending(agora, buyer, order);
    const community = await someCommunity();
    const read = () => ask(agora, PAGE, { product: productId, order, community }, buyer);
    const whole = await eventually(async () => {
      const now = await read();
      return now.errors ? undefined : nullsIn(now.data);
    });

    await agora.kill(subgraph);
    const answer = await eventually(async () => {
      const now = await read();
      return now.errors && now;
    });
    for (const error of answer.errors ?? []) expect(error.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph });
    const missing = nullsIn(answer.data).filter((place) => !whole.includes(place));
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter((place) => !MISSING[subgraph]?.some((expected) => expected.test(place)))).toEqual([]);
    await eventually(async () => (await read()).errors === undefined);
  });

  test.each(['user', 'catalog', 'order', 'notification'])(
    'an order ends once though %s is killed between its commit and its publishing',
    async (service) => {
      const buyer = await register(agora, 'Sven Aho');
      const tray = await listProduct(agora, seller, 'Cherry tray', 5);
      const cartId = await fillCart(agora, buyer, tray.variantId, 2);
      const relay = await heldRelay(service);
      try {
        const { orderId } = await checkOut(agora, buyer, cartId);
        await eventually(async () => (await relay.unpublished({ orderId })) > 0);
        await agora.kill(service);
        await relay.release();
        expect(await ending(agora, buyer, orderId)).toEqual({ status: 'CONFIRMED', cancellationReason: null });
        await eventually(async () => (await toldOf(buyer, orderId)) === 1);
        expect(await eventually(() => available(agora, tray))).toBe(3);
        expect(await toldOf(buyer, orderId)).toBe(1);
      } finally {
        await relay.release();
      }
    },
  );

  test('the author of a post is told once of a comment though forum is killed between its commit and its publishing', async () => {
    const author = await register(agora, 'Maja Lind');
    const { productId } = await listProduct(agora, seller, 'Maple tray', 5);
    const postId = await postAbout(agora, author, productId, 'Does it stain?');
    const relay = await heldRelay('forum');
    try {
      const { commentCreate } = await data(
        agora,
        { commentCreate: z.object({ comment: z.object({ id: z.string() }) }) },
        'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { comment { id } userErrors { code } } }',
        { input: { postId, body: 'Oil it once a year.' } },
        seller,
      );
      const commentId = commentCreate.comment.id;
      await eventually(async () => (await relay.unpublished({ commentId })) > 0);
      await agora.kill('forum');
      await relay.release();
      await eventually(async () => (await notifications(author)).includes(`COMMENT_ADDED ${commentId}`));
      expect(await notifications(author)).toEqual([`COMMENT_ADDED ${commentId}`]);
    } finally {
      await relay.release();
    }
  });

  test(
    'while a random process dies every 1.5 s, every acknowledged order ends, stock adds up, and each buyer is told once',
    async () => {
      const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 100_000);
      console.log(`CHAOS_SEED=${seed}`);
      const random = randomFrom(seed);
      const listings = await Promise.all([1, 2, 3].map((n) => listProduct(agora, seller, `Storm lantern ${n}`, 1_000)));
      const buyers = await inParallel(
        Array.from({ length: 12 }, (_, n) => n),
        4,
        (n) => register(agora, `Buyer ${n}`),
      );

      const victims: string[] = [];
      const killer = (async () => {
        while (victims.length < KILLS) {
          await pause(1_500);
          const victim = [...SUBGRAPHS, 'gateway'][Math.floor(random() * 6)] ?? 'order';
          await agora.kill(victim).then(
            () => victims.push(victim),
            (error: unknown) => console.log(`${victim} was down already: ${String(error)}`),
          );
        }
      })();
      const acknowledged = (
        await Promise.all(buyers.map((buyer, n) => shopUntil(() => victims.length === KILLS, buyer, listings[n % 3], n % 2 === 0)))
      ).flat();
      await killer;
      console.log(`${acknowledged.length} orders were acknowledged; killed: ${victims.join(' ')}`);
      expect(acknowledged.length).toBeGreaterThan(5);

      const endings = await inParallel(acknowledged, 6, async (order) => ({
        ...order,
        ...(await ending(agora, order.buyer, order.orderId)),
      }));
      for (const { approved, status } of endings) expect(status).toBe(approved ? 'CONFIRMED' : 'CANCELLED');
      for (const listing of listings) {
        const sold = endings.filter(({ variantId, status }) => variantId === listing.variantId && status === 'CONFIRMED').length;
        await eventually(async () => (await available(agora, listing)) === 1_000 - sold);
      }
      for (const buyer of buyers) {
        const bought = endings.filter((order) => order.buyer === buyer).map(({ orderId }) => `ORDER_UPDATED ${orderId}`);
        const told = await eventually(async () => {
          const now = await notifications(buyer);
          return bought.every((order) => now.includes(order)) && now;
        });
        expect(told.filter((one) => bought.includes(one)).toSorted()).toEqual(bought.toSorted());
      }
    },
    KILLS * 60_000,
  );

  interface Acknowledged {
    readonly buyer: Person;
    readonly orderId: string;
    readonly variantId: string;
    readonly approved: boolean;
  }

  /** Buys something a second; what fails is asked again with the same key, so that it happens once. */
  async function shopUntil(isOver: () => boolean, buyer: Person, listing: Listing | undefined, approved: boolean): Promise<Acknowledged[]> {
    const done: Acknowledged[] = [];
    const variantId = listing?.variantId ?? '';
    for (; !isOver(); await pause(1_000)) {
      const headers = { 'idempotency-key': crypto.randomUUID() };
      const cartId = await fillCart(agora, buyer, variantId);
      const { orderId } = await eventually(() =>
        checkOut(agora, buyer, cartId, approved ? 'sandbox-approve' : 'sandbox-decline', { headers }),
      );
      done.push({ buyer, orderId, variantId, approved });
    }
    return done;
  }

  async function toldOf(buyer: Person, orderId: string): Promise<number> {
    return (await notifications(buyer)).filter((told) => told === `ORDER_UPDATED ${orderId}`).length;
  }

  /** All of them, each as its kind and what it is about. */
  async function notifications(person: Person): Promise<string[]> {
    const told: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await notificationsAfter(person, after);
      told.push(...nodes.map(({ kind, subject }) => `${kind} ${subject?.id}`));
      if (!pageInfo.hasNextPage) return told;
      after = pageInfo.endCursor;
    }
  }

  async function notificationsAfter(person: Person, after: string | null): Promise<z.output<typeof NotificationPage>> {
    const { viewer } = await data(
      agora,
      { viewer: z.object({ notifications: NotificationPage }) },
      `query ($after: String) { viewer { notifications(first: 100, after: $after) {
         nodes { kind subject { ... on Order { id } ... on Comment { id } } } pageInfo { hasNextPage endCursor } } } }`,
      { after },
      person,
    );
    return viewer.notifications;
  }

  async function someCommunity(): Promise<string> {
    const { communities } = await data(
      agora,
      { communities: z.object({ nodes: z.array(z.object({ id: z.string() })) }) },
      '{ communities(first: 1) { nodes { id } } }',
    );
    return communities.nodes[0]?.id ?? '';
  }

  /** Takes the place of a service's relay: what it announces is committed, and does not leave. */
  async function heldRelay(service: string) {
    const connectionString = await agora.databaseUrl(service);
    const [holder, admin] = [0, 1].map(() => new pg.Client({ connectionString }));
    if (!holder || !admin) throw new Error('unreachable');
    await Promise.all([holder.connect(), admin.connect()]);
    const { rows: backends } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
    const held = holder.query('select pg_advisory_lock($1)', [RELAY_LOCK]);
    await eventually(async () => {
      const { rows } = await admin.query<{ granted: boolean; pid: number }>(
        `select granted, pid from pg_locks where locktype = 'advisory' and objid = $1::oid and database = (select oid from pg_database where datname = current_database())`,
        [RELAY_LOCK],
      );
      const owner = rows.find(({ granted }) => granted)?.pid;
      if (owner === backends[0]?.pid) return true;
      const waits = rows.some(({ granted }) => !granted);
      if (owner !== undefined && waits) await admin.query('select pg_terminate_backend($1)', [owner]);
      return false;
    });
    await held;
    let released = false;
    return {
      /** Events with this in their data that have not left. */
      async unpublished(data: Readonly<Record<string, string>>): Promise<number> {
        const { rows } = await admin.query('select 1 from platform.event_log where published_at is null and data @> $1', [data]);
        return rows.length;
      },
      async release() {
        if (released) return;
        released = true;
        await Promise.all([holder.end(), admin.end()]);
      },
    };
  }
});

test('parts that fail are tried on six processes, or it is said why not', () => {
  expect(formsHere().length).toBeGreaterThan(0);
});

function nullsIn(value: unknown, place = ''): string[] {
  if (value === null) return [place];
  if (typeof value !== 'object') return [];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => nullsIn(inner, place ? `${place}.${key}` : key));
}
