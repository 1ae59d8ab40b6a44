import type { Actor } from '@agora/platform/security/actor';
import { type Database, openDatabase, query } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import { createLogger } from '@agora/platform/observe/logging';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { eventually } from '@agora/platform/testing/eventually';
import { actorOf, type AskOptions, person, startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { StockRejected, StockReserved, VariantListed } from '@agora/schema/events/catalog';
import type { DataOf } from '@agora/schema/events/event';
import { OrderPartiesNotified } from '@agora/schema/events/notification';
import { OrderPlaced, StockRequested } from '@agora/schema/events/order';
import { CustomerRejected, CustomerValidated } from '@agora/schema/events/user';
import { afterAll } from '@jest/globals';
import * as z from 'zod';
import { entities } from '../src/entities.ts';
import { start } from '../src/main.ts';
import { SandboxPayment } from '../src/payments/sandbox-payment.ts';

export type Placed = DataOf<typeof OrderPlaced>;
export type Variant = DataOf<typeof VariantListed>;

const Errors = z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable() }));
const Placing = z.object({ order: z.object({ id: z.string(), status: z.string() }).nullable(), userErrors: Errors });
const Filling = z.object({
  cart: z.object({ id: z.string(), version: z.int() }).nullable(),
  cartToken: z.string().nullable(),
  userErrors: Errors,
});
const Stuck = z.object({ id: z.string(), service: z.string(), subjectId: z.string(), step: z.string().nullable(), reason: z.string() });
const Standing = z.object({
  status: z.string(),
  cancellationReason: z.string().nullable(),
  viewerCanCancel: z.boolean(),
  saga: z.object({
    status: z.string(),
    steps: z.array(z.object({ name: z.string(), status: z.string(), attempts: z.int(), lastError: z.string().nullable() })),
  }),
  history: z.object({ nodes: z.array(z.object({ kind: z.string(), note: z.string().nullable() })) }),
});

/** Nothing is late by itself, however busy the machine is. */
const PATIENT = { ORDER_STEP_TIMEOUT_MS: '600000' };

/** The order subgraph, and what the other services would say to it. */
export class Shop {
  readonly subgraph: SubgraphUnderTest;
  readonly database: Database;

  constructor(subgraph: SubgraphUnderTest, database: Database) {
    this.subgraph = subgraph;
    this.database = database;
  }

  static async open(env: Readonly<Record<string, string>> = {}, version = start): Promise<Shop> {
    const topics = ['order.events', 'user.events', 'catalog.events', 'notification.events'];
    const subgraph = await startSubgraph('order', version, topics, { ...PATIENT, ...env });
    const log = createLogger('shop', 'silent');
    return new Shop(subgraph, await openDatabase({ url: subgraph.databaseUrl, entities, migrations: null, log }));
  }

  /** Catalog puts a variant on sale, and order has heard of it. */
  async listed(terms: Partial<Variant> = {}): Promise<Variant> {
    const variant: Variant = {
      variantId: newId('var'),
      productId: newId('prd'),
      sellerId: newId('usr'),
      productName: 'Tea bowl',
      sku: newId('sku'),
      price: { minorUnits: 2_500, currencyCode: 'EUR' },
      version: 1,
      ...terms,
    };
    await this.subgraph.happened(VariantListed, variant);
    await eventually(async () => (await this.fill(person(), [{ variantId: variant.variantId, quantity: 1 }])).userErrors.length === 0);
    return variant;
  }

  async fill(who: Actor | null, lines: readonly { variantId: string; quantity: number }[], more: object = {}, options: AskOptions = {}) {
    const { cartLinesAdd } = await this.subgraph.data(
      `mutation ($input: CartLinesAddInput!) {
         cartLinesAdd(input: $input) { cart { id version } cartToken userErrors { code field } }
       }`,
      { input: { lines, ...more } },
      { as: who, ...options },
    );
    return Filling.parse(cartLinesAdd);
  }

  async checkout(who: Actor | null, cartId: string, method = 'sandbox-approve', more: object = {}, options: AskOptions = {}) {
    const { checkoutComplete } = await this.subgraph.data(
      `mutation ($input: CheckoutCompleteInput!) {
         checkoutComplete(input: $input) { order { id status } userErrors { code field } }
       }`,
      { input: { cartId, paymentMethodId: method, ...more } },
      { as: who, ...options },
    );
    return Placing.parse(checkoutComplete);
  }

  /** Places an order for one of each variant. */
  async place(buyer: Actor, variants: readonly Variant[], method = 'sandbox-approve'): Promise<Placed> {
    const { cart } = await this.fill(
      buyer,
      variants.map(({ variantId }) => ({ variantId, quantity: 1 })),
    );
    const { order } = await this.checkout(buyer, cart?.id ?? '', method);
    return this.subgraph.heard(OrderPlaced, ({ orderId }) => orderId === order?.id);
  }

  validated({ orderId, sagaId, buyerId }: Placed, eventId?: string): Promise<void> {
    return this.subgraph.happened(CustomerValidated, { orderId, sagaId, userId: buyerId }, eventId);
  }

  rejected({ orderId, sagaId, buyerId }: Placed, eventId?: string): Promise<void> {
    return this.subgraph.happened(CustomerRejected, { orderId, sagaId, userId: buyerId, reason: 'SUSPENDED' }, eventId);
  }

  reserved({ orderId, sagaId }: Placed, eventId?: string): Promise<void> {
    return this.subgraph.happened(StockReserved, { orderId, sagaId }, eventId);
  }

  outOfStock({ orderId, sagaId, lines }: Placed, eventId?: string): Promise<void> {
    const shortages = lines.map(({ variantId, quantity }) => ({ variantId, requested: quantity, available: 0 }));
    return this.subgraph.happened(StockRejected, { orderId, sagaId, shortages }, eventId);
  }

  notified({ orderId, sagaId }: Placed): Promise<void> {
    return this.subgraph.happened(OrderPartiesNotified, { orderId, sagaId });
  }

  /** User and catalog say yes. */
  async reachPayment(placed: Placed, validation?: string, reservation?: string): Promise<Placed> {
    await this.validated(placed, validation);
    await this.subgraph.heard(StockRequested, ofOrder(placed));
    await this.reserved(placed, reservation);
    return placed;
  }

  cancel(who: Actor, orderId: string, reason?: string) {
    return this.subgraph.data(
      `mutation ($input: OrderCancelInput!) {
         orderCancel(input: $input) { order { status cancellationReason viewerCanCancel } userErrors { code field } }
       }`,
      { input: { orderId, reason } },
      { as: who },
    );
  }

  /** How an order stands, as its buyer sees it. */
  async standing({ orderId, buyerId }: Pick<Placed, 'orderId' | 'buyerId'>) {
    const { order } = await this.subgraph.data(
      `query ($id: ID!) {
         order(id: $id) {
           status cancellationReason viewerCanCancel
           saga { status steps { name status attempts lastError } }
           history(first: 100) { nodes { kind note } }
         }
       }`,
      { id: orderId },
      { as: actorOf(buyerId) },
    );
    return Standing.parse(order);
  }

  /** Waits until an order stands like this. */
  reaches(
    placed: Pick<Placed, 'orderId' | 'buyerId'>,
    expected: { status?: string; saga?: string; step?: [name: string, status: string] },
  ) {
    return eventually(async () => {
      const standing = await this.standing(placed);
      const step = standing.saga.steps.find(({ name }) => name === expected.step?.[0]);
      const isReached =
        (!expected.status || standing.status === expected.status) &&
        (!expected.saga || standing.saga.status === expected.saga) &&
        (!expected.step || step?.status === expected.step[1]);
      return isReached && standing;
    });
  }

  /** What they wait for is late: since so long, or as of now. */
  async late(orders: readonly Pick<Placed, 'sagaId'>[], since = '0 s'): Promise<void> {
    await this.onDatabase(`update checkout_saga set deadline_at = now() - $1::interval where deadline_at is not null and id = any($2)`, [
      since,
      orders.map(({ sagaId }) => sagaId),
    ]);
  }

  /** Nobody tells the parties of an order, until that is given up. */
  silentUntilStuck(placed: Placed) {
    return eventually(async () => {
      await this.late([placed]);
      const standing = await this.standing(placed);
      return standing.saga.status === 'STUCK' && standing;
    });
  }

  /** Waits until the service has applied an event, whatever it made of it. */
  async applied(eventId: string): Promise<void> {
    await eventually(
      async () => (await query(this.database.fork(), 'select from platform.inbox where event_id = $1', [eventId])).length > 0,
    );
  }

  /** What an operator asks, or has done. */
  async operate(query: string, variables: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
    const graph = await this.subgraph.service.operatorGraph();
    const { data, errors } = await graph.execute({ query, variables, identity: { actor: person('ADMIN'), ip: '127.0.0.1' } });
    if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
    return data ?? {};
  }

  /** The stuck ones of these checkouts, the longest stuck first. */
  async stuck(orders: readonly Placed[]): Promise<z.output<typeof Stuck>[]> {
    const { stuckSagas } = await this.operate('{ stuckSagas(max: 1000) { id service subjectId step reason } }', {});
    return z
      .array(Stuck)
      .parse(stuckSagas)
      .filter(({ id }) => orders.some(({ sagaId }) => sagaId === id));
  }

  /** Those of these keys of which an event failed. */
  async parkedKeys(keys: readonly string[]): Promise<readonly string[]> {
    const { parkedKeys } = await this.operate(
      'query ($keys: [String!]) { parkedKeys(page: { size: 100, isLast: false }, filter: { keys: $keys }) { key } }',
      { keys },
    );
    return z
      .array(z.object({ key: z.string() }))
      .parse(parkedKeys)
      .map(({ key }) => key);
  }

  async retry({ sagaId }: Pick<Placed, 'sagaId'>): Promise<unknown> {
    const { sagaRetry } = await this.operate(
      'mutation ($input: SagaRetryInput!) { sagaRetry(input: $input) { sagaId userErrors { code field } } }',
      { input: { sagaId } },
    );
    return sagaRetry;
  }

  async compensate({ sagaId }: Pick<Placed, 'sagaId'>, reason: string): Promise<unknown> {
    const { sagaCompensate } = await this.operate(
      'mutation ($input: SagaCompensateInput!) { sagaCompensate(input: $input) { sagaId userErrors { code field } } }',
      { input: { sagaId, reason } },
    );
    return sagaCompensate;
  }

  /** Works on its database, as only a fault or an older version would. */
  async onDatabase(sql: string, params: readonly unknown[] = []): Promise<void> {
    await query(this.database.fork(), sql, params);
  }

  /** What the sandbox provider's own books say of a checkout. */
  async providerSays({ sagaId }: Pick<Placed, 'sagaId'>): Promise<string | null> {
    const [row] = await stateOf(this.database.fork(), [sagaId]);
    return row?.state ?? null;
  }

  async stop(): Promise<void> {
    await this.database.stop();
    await this.subgraph.stop();
  }
}

const stateOf = statement(columnsOf(SandboxPayment, 'state'), (columns) => `select ${columns} from sandbox_payment where saga_id = $1`);

/** One for all tests of a file. */
export async function openShop(env: Readonly<Record<string, string>> = {}): Promise<Shop> {
  const shop = await Shop.open(env);
  afterAll(() => shop.stop());
  return shop;
}

/** `{ VALIDATE_CUSTOMER: 'DONE', … }` */
export function stepsOf({ saga }: Awaited<ReturnType<Shop['standing']>>): Record<string, string> {
  return Object.fromEntries(saga.steps.map(({ name, status }) => [name, status]));
}

/** Whether an event is about this order. */
export function ofOrder({ orderId }: Pick<Placed, 'orderId'>): (data: { readonly orderId: string }) => boolean {
  return (data) => data.orderId === orderId;
}
