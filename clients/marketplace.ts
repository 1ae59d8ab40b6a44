import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { data } from '@agora/e2e/client';
import { type Agora, startAgora } from '@agora/e2e/agora';
import { buy, ending, listProduct, type Registered, register, signIn } from '@agora/e2e/shop';
import { eventually } from '@agora/platform/testing/eventually';
import * as z from 'zod';
import { openLine } from './line.ts';

/** How long an access token of the first start is good for: longer than everything takes. */
const LONG_LIFE_SECONDS = 3_600;

/** How long one of the second start is good for. */
export const SHORT_LIFE_SECONDS = 5;

export interface Cart {
  readonly pieces: number;
  readonly total: string;
}

/** The marketplace as clients find it: at one address, which the line behind it makes good or not. */
export interface Marketplace {
  /** The port at which clients find it. */
  readonly port: number;
  readonly url: string;
  register(displayName: string): Promise<Registered>;
  /** An order of the account, placed past the line, once its buyer has been told; the title of that notification. */
  order(account: Registered): Promise<string>;
  productNames(): Promise<readonly string[]>;
  cartOf(account: Registered): Promise<Cart>;
  statusOf(account: Registered, orderNumber: string): Promise<string>;
  /** Documents that may be asked for by their ids from now on. */
  trust(documents: Readonly<Record<string, string>>): void;
  /** Stops it and starts it again, with short-lived tokens; what `meanwhile` does happens before any client is back. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export async function openMarketplace(): Promise<Marketplace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'agora-clients-'));
  const manifest = path.join(folder, 'trusted-documents.json');
  const settings = { AGORA_DATA: path.join(folder, 'data'), DOCUMENTS: manifest, DOCUMENTS_MODE: 'off' };
  const trusted: Record<string, string> = {};
  const line = await openLine();
  writeFileSync(manifest, '{}');
  let agora = await start({ ...settings, ACCESS_TOKEN_SECONDS: String(LONG_LIFE_SECONDS) });
  const { variantId } = await listProduct(agora, await signIn(agora, 'seller'), 'Zinc bucket', 100_000);

  async function start(env: Readonly<Record<string, string>>): Promise<Agora> {
    const started = await startAgora('one process', env);
    line.leadsTo(Number(new URL(started.url).port));
    return started;
  }

  return {
    port: line.port,
    url: `http://127.0.0.1:${line.port}/graphql`,
    register: (displayName) => register(agora, displayName),
    async order(account) {
      const orderId = await buy(agora, account, variantId);
      await ending(agora, account, orderId);
      return titleOfConfirmation(agora, account, orderId);
    },
    productNames: () => productNames(agora),
    cartOf: (account) => cartOf(agora, account),
    statusOf: (account, orderNumber) => statusOf(agora, account, orderNumber),
    trust(documents) {
      Object.assign(trusted, documents);
      writeFileSync(manifest, JSON.stringify(trusted));
    },
    async restart(meanwhile) {
      await agora.stop();
      line.cut();
      agora = await start({ ...settings, ACCESS_TOKEN_SECONDS: String(SHORT_LIFE_SECONDS) });
      await meanwhile();
      line.mend();
    },
    async stop() {
      await line.close();
      await agora.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const Notices = z.object({
  notifications: z.object({ nodes: z.array(z.object({ title: z.string(), subject: z.object({ id: z.string().optional() }).nullable() })) }),
});

/** What the buyer is told once the order is confirmed; waits for it. */
function titleOfConfirmation(agora: Agora, account: Registered, orderId: string): Promise<string> {
  return eventually(async () => {
    const { viewer } = await data(
      agora,
      { viewer: Notices },
      '{ viewer { notifications(first: 5) { nodes { title subject { ... on Order { id } } } } } }',
      {},
      account,
    );
    return viewer.notifications.nodes.find(({ subject }) => subject?.id === orderId)?.title;
  });
}

async function productNames(agora: Agora): Promise<readonly string[]> {
  const { products } = await data(
    agora,
    { products: z.object({ nodes: z.array(z.object({ name: z.string() })), pageInfo: z.object({ hasNextPage: z.literal(false) }) }) },
    '{ products(first: 100, sort: { field: NAME }) { nodes { name } pageInfo { hasNextPage } } }',
  );
  return products.nodes.map(({ name }) => name);
}

async function cartOf(agora: Agora, account: Registered): Promise<Cart> {
  const Cart = z.object({
    lines: z.array(z.object({ quantity: z.number() })),
    total: z.object({ amount: z.string(), currencyCode: z.string() }),
  });
  const { viewer } = await data(
    agora,
    { viewer: z.object({ cart: Cart }) },
    '{ viewer { cart { lines { quantity } total { amount currencyCode } } } }',
    {},
    account,
  );
  const { lines, total } = viewer.cart;
  return { pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0), total: `${total.amount} ${total.currencyCode}` };
}

async function statusOf(agora: Agora, account: Registered, orderNumber: string): Promise<string> {
  const { order } = await data(
    agora,
    { order: z.object({ status: z.string() }) },
    'query ($number: String!) { order(number: $number) { status } }',
    { number: orderNumber },
    account,
  );
  return order.status;
}
