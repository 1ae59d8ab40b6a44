import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { eventually } from '@agora/platform/testing/eventually';
import { type Answer, ask, data, socket } from '../client.ts';
import { type Agora, startAgora } from '../agora.ts';
import { onDatabase } from '../on-database.ts';
import { buy, ending, listProduct, register, signIn } from '../shop.ts';
import { underAttack } from './under-attack.ts';

const PASSWORD = 'correct horse battery';
const REGISTER = `mutation ($input: UserRegisterInput!) {
  userRegister(input: $input) { user { id } session { accessToken refreshToken } userErrors { code } }
}`;
const SIGN_IN = 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { user { id } userErrors { code } } }';
const REFRESH = `mutation ($input: SessionRefreshInput!) {
  sessionRefresh(input: $input) { session { accessToken refreshToken } userErrors { code } }
}`;

const userErrors = z.array(z.object({ code: z.string() }));
const session = z.object({ accessToken: z.string(), refreshToken: z.string() }).nullable();
const Registered = z.object({ user: z.object({ id: z.string() }).nullable(), session, userErrors });
const Refreshed = z.object({ session, userErrors });

let agora: Agora;
beforeAll(async () => {
  agora = await startAgora('one process');
});
afterAll(() => agora.stop());

async function enter(email: string, password = PASSWORD): Promise<z.output<typeof Registered>> {
  const { userRegister } = await data(agora, { userRegister: Registered }, REGISTER, {
    input: { email, password, displayName: 'Vera Ruiz' },
  });
  return userRegister;
}

async function refresh(refreshToken: string, headers: Readonly<Record<string, string>> = {}): Promise<z.output<typeof Refreshed>> {
  const { sessionRefresh } = await data(agora, { sessionRefresh: Refreshed }, REFRESH, { input: { refreshToken } }, { headers });
  return sessionRefresh;
}

test('a thief with a spent refresh token and its idempotency key gets nothing new, and ends the session', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const { session } = await enter(`${randomUUID()}@people.example`);
  const spent = session?.refreshToken ?? '';
  await underAttack(agora, async () => {
    const next = await refresh(spent, headers);
    expect(await refresh(spent, headers)).toEqual(next);
    const latest = await refresh(next.session?.refreshToken ?? '');
    expect(latest.userErrors).toEqual([]);
    for (const key of [headers, {}])
      expect(await refresh(spent, key)).toMatchObject({ session: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    expect(await refresh(latest.session?.refreshToken ?? '')).toMatchObject({ session: null });
  });
});

test('a squatter keeps nobody from registering, whatever the number of accounts', async () => {
  const email = `${randomUUID()}@people.example`;
  await underAttack(agora, async () => {
    for (let n = 0; n < 8; n++) expect((await enter(email, `squatting since 20${10 + n}`)).userErrors).toEqual([]);
    const owner = await enter(email);
    expect(owner.userErrors).toEqual([]);
    const { sessionCreate } = await data(agora, { sessionCreate: Registered.pick({ user: true, userErrors: true }) }, SIGN_IN, {
      input: { email, password: PASSWORD },
    });
    expect(sessionCreate).toEqual({ user: owner.user, userErrors: [] });
  });
});

test('rows that no bus takes stop no order', async () => {
  const seller = await signIn(agora, 'seller');
  const listing = await listProduct(agora, seller, 'Enamel jug', 50);
  await underAttack(agora, async () => {
    const buyer = await register(agora, 'Pau Fonts');
    const first = await buy(agora, buyer, listing.variantId);
    await onDatabase(agora, 'order', (client) =>
      client.query(`insert into platform.event_log (event_id, type, topic, key, data, traceparent, occurred_at)
        select gen_random_uuid(), 'order.placed.v1', case n % 3 when 0 then repeat('x', 300) else 'order.events' end, 'poison-' || n,
          case n % 3 when 1 then '"none"' else '{}' end::jsonb, '', case n % 3 when 2 then 'infinity' else now() end
        from generate_series(1, 30) n`),
    );
    const second = await buy(agora, buyer, listing.variantId);
    for (const order of [first, second]) expect(await ending(agora, buyer, order)).toMatchObject({ status: 'CONFIRMED' });
    const parked = () => onDatabase(agora, 'order', (client) => client.query(`select from platform.event_log where parked_at is not null`));
    await eventually(async () => (await parked()).rowCount === 30);
  });
});

test('whichever way an operation takes, its errors do not repeat its variables', async () => {
  const variables = { input: { email: ['hunter2@people.example'], password: { hunter2: 'hunter2' }, displayName: 'x' } };
  const answers: Answer[] = [
    await ask(agora, REGISTER, variables),
    await ask(agora, `${REGISTER} query Other { viewer { id } }`, variables),
    await ask(agora, 'query ($id: ID!) { order(id: $id) { id } }', { id: { hunter2: 'hunter2' } }),
    await ask(agora, 'query ($filter: ProfileFilterInput) { profiles(filter: $filter) { totalCount } }', { filter: { kind: 'hunter2' } }),
  ];
  const client = socket(agora, undefined);
  const live = await new Promise((resolve) => {
    client.subscribe(
      { query: 'subscription ($id: ID!) { orderUpdated(orderId: $id) { cursor } }', variables: { id: { hunter2: 'hunter2' } } },
      { next: resolve, error: resolve, complete: () => resolve('complete') },
    );
  });
  await client.dispose();
  for (const { errors } of answers) expect(errors?.length).toBeGreaterThan(0);
  expect(JSON.stringify(live)).toContain('message');
  expect(JSON.stringify([answers, live])).not.toContain('hunter2');
});
