import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { eventually } from '@agora/platform/testing/eventually';
import { ask, begun, data, type Door, follow, openSubscriptions } from './client.ts';
import { formsHere, type Agora, startAgora } from './agora.ts';
import { buy, inParallel, type Person, register, signIn } from './shop.ts';

const HOW_MANY = 300;

describe.each(formsHere())('a reader who keeps losing the line, on %s', (form) => {
  let agora: Agora;
  beforeAll(async () => {
    agora = await startAgora(form);
  });
  afterEach(() => eventually(async () => (await openSubscriptions(agora)) === 0));
  afterAll(() => agora?.stop());

  test('hears of 300 comments once each and in order, though the socket is cut every 100 ms', async () => {
    const { author, postId, first } = await authorOfPost();
    const reader = follower(agora, author, first, 100);
    await comment(postId, HOW_MANY);
    await eventually(() => reader.seen.length >= HOW_MANY);
    await reader.stop();
    expect(reader.cuts()).toBeGreaterThan(5);
    expect(reader.seen).toEqual(await asListed(author));
  });

  if (form !== 'one process') {
    test('hears of 300 comments once each and in order, though the gateway is killed meanwhile', async () => {
      const { author, postId, first } = await authorOfPost();
      const reader = follower(agora, author, first, null);
      const comments = comment(postId, HOW_MANY / 2);

      await eventually(() => reader.seen.length > 20);
      await agora.kill('gateway');
      await Promise.all([comments, comment(postId, HOW_MANY / 2)]);
      await eventually(() => reader.seen.length >= HOW_MANY);
      await reader.stop();
      expect(reader.seen).toEqual(await asListed(author));
    });

    test('hears of what happened while notification was killed and came back, though nothing had been heard before', async () => {
      const { author, postId } = await authorOfPost();
      await using reader = listen(author, null);
      await begun(agora, reader);
      expect(reader.events).toEqual([]);

      await agora.kill('notification');
      await comment(postId, 20);
      await eventually(() => reader.events.length >= 20 || reader.ended());
      expect(reader.ended()).toBeUndefined();
      expect(reader.events.map(({ notification }) => notification.id)).toEqual(await asListed(author));
    });
  }

  /** A reader who never comes back: what it is not told, it misses. */
  function listen({ token }: Person, after: string | null) {
    return follow(agora, Received, NOTIFICATIONS, { after }, { token });
  }

  async function authorOfPost() {
    const author = await register(agora, 'Ida Berg');
    const { communities } = await data(
      agora,
      { communities: z.object({ nodes: z.array(z.object({ id: z.string() })) }) },
      '{ communities(first: 1) { nodes { id } } }',
    );
    const { postCreate } = await data(
      agora,
      { postCreate: z.object({ post: z.object({ id: z.string() }) }) },
      'mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } } }',
      { input: { communityId: communities.nodes[0]?.id, title: 'Counting', body: 'Please count with me.' } },
      author,
    );
    const postId = postCreate.post.id;
    await comment(postId, 1);
    const first = await eventually(async () => (await page(author, null)).pageInfo.startCursor);
    return { author, postId, first };
  }

  async function comment(postId: string, times: number): Promise<void> {
    const commentator = await eventually(() => register(agora, 'Olaf Lund'));
    const keys = Array.from({ length: times }, () => crypto.randomUUID());
    await inParallel(keys, 4, (key) =>
      eventually(() =>
        data(
          agora,
          { commentCreate: z.object({ comment: z.object({ id: z.string() }) }) },
          'mutation ($input: CommentCreateInput!, $key: String!) { commentCreate(input: $input) @idempotent(key: $key) { comment { id } } }',
          { input: { postId, body: 'One more.' }, key },
          commentator,
        ),
      ),
    );
  }

  function page(person: Person, after: string | null) {
    return data(
      agora,
      {
        viewer: z.object({
          notifications: z.object({
            nodes: z.array(z.object({ id: z.string() })),
            pageInfo: z.object({ startCursor: z.string().nullable(), endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
          }),
        }),
      },
      'query ($after: String) { viewer { notifications(first: 100, after: $after) { nodes { id } pageInfo { startCursor endCursor hasNextPage } } } }',
      { after },
      person,
    ).then(({ viewer }) => viewer.notifications);
  }

  /** The same notifications as the list has them, oldest first, without the one that gave the first cursor. */
  async function asListed(person: Person): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await page(person, after);
      ids.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) return ids.reverse().slice(1);
      after = pageInfo.endCursor;
    }
  }
});

describe('a reader whose socket ends with its token', () => {
  let agora: Agora;
  beforeAll(async () => {
    agora = await startAgora('one process', { ACCESS_TOKEN_SECONDS: '10' });
  });
  afterAll(() => agora?.stop());

  test('comes back with a new one, and hears once of an order that was placed meanwhile', async () => {
    const variantId = await somethingToBuy();
    const place = () => eventually(async () => buy(agora, await signIn(agora, 'buyer'), variantId));
    await place();
    const from = await latestOrder();

    let session = await signInAgain();
    let missed: string | undefined;
    const closed: number[] = [];
    const heard: z.output<typeof OrderEvent>[] = [];
    const variables = { after: from };
    const client = createClient({
      url: `${agora.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: async () => {
        if (closed.length > 0) {
          missed ??= await place();
          session = await refreshed(session.refreshToken);
        }
        return { authorization: session.accessToken };
      },
      on: { closed: (event) => closed.push(z.object({ code: z.number() }).parse(event).code) },
    });
    let ended: unknown;
    client.subscribe(
      { query: ORDERS, variables },
      {
        next: ({ data: event }) => {
          const { orderUpdated } = z.object({ orderUpdated: OrderEvent }).parse(event);
          heard.push(orderUpdated);
          variables.after = orderUpdated.cursor;
        },
        error: (error) => (ended = error ?? 'error'),
        complete: () => (ended ??= 'complete'),
      },
    );

    const isItsEnd = ({ order }: z.output<typeof OrderEvent>) => order.id === missed && order.status === 'CONFIRMED';
    await eventually(() => heard.some(isItsEnd) || ended);
    expect(ended).toBeUndefined();
    expect(closed[0]).toBe(4403);
    const told = follow(agora, OrderEvent, ORDERS, { after: from }, await signIn(agora, 'buyer'));
    await told.until(isItsEnd);
    await eventually(() => heard.length === told.events.length);
    expect(heard).toEqual(told.events);
    await Promise.all([told.stop(), client.dispose()]);
  });

  test('is sent away when the session is ended on another device, whose token opens nothing more', async () => {
    const [lost, mine] = [await signInAgain(), await signInAgain()];
    const reader = follow(agora, OrderEvent, ORDERS, { after: null }, { token: lost.accessToken });
    await data(
      agora,
      { sessionRevoke: z.object({ revokedSessionIds: z.array(z.literal(lost.id)).length(1) }) },
      'mutation ($id: ID) { sessionRevoke(input: { sessionId: $id }) { revokedSessionIds } }',
      { id: lost.id },
      { token: mine.accessToken },
    );
    await eventually(reader.ended);
    expect(reader.ended()).toMatchObject({ code: 4403, reason: 'SESSION_ENDED' });
    const again = follow(agora, OrderEvent, ORDERS, { after: null }, { token: lost.accessToken });
    await eventually(again.ended);
    expect(again.ended()).toMatchObject({ code: 4403 });
    const { errors } = await ask(agora, '{ viewer { id } }', {}, { token: lost.accessToken });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', reason: 'SESSION_ENDED' } }]);
  });

  async function somethingToBuy(): Promise<string> {
    const { products } = await data(
      agora,
      { products: z.object({ nodes: z.array(z.object({ variants: z.array(z.object({ id: z.string() })).min(1) })).min(1) }) },
      '{ products(first: 1, filter: { isAvailable: true }) { nodes { variants { id } } } }',
    );
    return products.nodes[0]?.variants[0]?.id ?? '';
  }

  async function latestOrder(): Promise<string> {
    const { viewer } = await data(
      agora,
      { viewer: z.object({ orders: z.object({ pageInfo: z.object({ startCursor: z.string() }) }) }) },
      '{ viewer { orders(first: 1) { pageInfo { startCursor } } } }',
      {},
      await signIn(agora, 'buyer'),
    );
    return viewer.orders.pageInfo.startCursor;
  }

  async function signInAgain() {
    const { sessionCreate } = await data(
      agora,
      { sessionCreate: z.object({ session: Session }) },
      `mutation { sessionCreate(input: { email: "buyer@agora.example", password: "agora-demo-2026" }) { session { ${TOKENS} } } }`,
    );
    return sessionCreate.session;
  }

  async function refreshed(refreshToken: string) {
    const { sessionRefresh } = await data(
      agora,
      { sessionRefresh: z.object({ session: Session }) },
      `mutation ($token: String!) { sessionRefresh(input: { refreshToken: $token }) { session { ${TOKENS} } } }`,
      { token: refreshToken },
    );
    return sessionRefresh.session;
  }
});

const TOKENS = 'id accessToken refreshToken';
const Session = z.object({ id: z.string(), accessToken: z.string(), refreshToken: z.string() });
const ORDERS = 'subscription ($after: String) { orderUpdated(after: $after) { cursor kind order { id status } } }';
const OrderEvent = z.object({ cursor: z.string(), kind: z.string(), order: z.object({ id: z.string(), status: z.string() }) });

const Received = z.object({ cursor: z.string(), notification: z.object({ id: z.string() }) });
const NOTIFICATIONS = 'subscription ($after: String) { notificationReceived(after: $after) { cursor notification { id } } }';
const Event = z.object({ notificationReceived: Received });

/** Reads notifications, cuts its own socket every `cutMs`, and comes back with the last cursor it saw, for as long as it must. */
function follower(door: Door, person: Person, from: string | null, cutMs: number | null) {
  const seen: string[] = [];
  let after = from;
  let cuts = 0;
  let stopped = false;
  let current: WebSocket | undefined;

  const connect = () =>
    new Promise<void>((closed) => {
      const client = createClient({
        url: `${door.url.replace(/^http/, 'ws')}/graphql`,
        webSocketImpl: class extends WebSocket {
          constructor(...args: ConstructorParameters<typeof WebSocket>) {
            super(...args);
            current = this;
          }
        },
        retryAttempts: 0,
        connectionParams: { authorization: person.token },
      });
      const done = () => {
        void client.dispose();
        closed();
      };
      client.subscribe(
        {
          query: NOTIFICATIONS,
          variables: { after },
        },
        {
          next: ({ data }) => {
            const { cursor, notification } = Event.parse(data).notificationReceived;
            seen.push(notification.id);
            after = cursor;
          },
          error: done,
          complete: done,
        },
      );
    });

  const reading = (async () => {
    for (; !stopped; await pause(20)) await connect();
  })();
  const scissors =
    cutMs === null
      ? undefined
      : setInterval(() => {
          if (current?.readyState === WebSocket.OPEN) cuts++;
          current?.terminate();
        }, cutMs);
  return {
    seen,
    cuts: () => cuts,
    async stop() {
      stopped = true;
      clearInterval(scissors);
      current?.terminate();
      await reading;
    },
  };
}
