import type { Actor } from '@agora/platform/security/actor';
import * as z from 'zod';
import type { Shop } from './shop.ts';

const Books = z.object({
  onHandQuantity: z.int(),
  reservedQuantity: z.int(),
  availableQuantity: z.int(),
  stockStatus: z.string(),
  lowStockThreshold: z.int().nullable(),
  stockLevels: z.array(z.object({ onHand: z.int(), reserved: z.int(), available: z.int(), location: z.object({ id: z.string() }) })),
  stockMovements: z.object({
    totalCount: z.int(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        quantity: z.int(),
        onHandAfter: z.int(),
        reservedAfter: z.int(),
        note: z.string().nullable(),
        location: z.object({ id: z.string() }),
        order: z.object({ id: z.string() }).nullable(),
        actor: z.object({ id: z.string() }).nullable(),
      }),
    ),
  }),
});
export type Books = z.output<typeof Books>;

const BOOKS = `query($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on ProductVariant {
  onHandQuantity reservedQuantity availableQuantity stockStatus lowStockThreshold
  stockLevels { onHand reserved available location { id } }
  stockMovements(first: 100, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id kind quantity onHandAfter reservedAfter note location { id } order { id } actor { id } }
  }
} } }`;

/** What a seller reads of a variant's stock: the state, and the whole ledger, newest first. */
export async function booksOf(
  shop: Shop,
  seller: Actor,
  variantId: string,
): Promise<Books & { readonly movements: Books['stockMovements']['nodes'] }> {
  const movements: Books['stockMovements']['nodes'] = [];
  for (let after: string | null = null; ;) {
    const answer = await shop.data(BOOKS, { r: [{ __typename: 'ProductVariant', id: variantId }], after }, { as: seller });
    const [books] = z.object({ _entities: z.tuple([Books]) }).parse(answer)._entities;
    movements.push(...books.stockMovements.nodes);
    after = books.stockMovements.pageInfo.endCursor;
    if (!books.stockMovements.pageInfo.hasNextPage) return { ...books, movements };
  }
}

/** What the movements of a ledger add up to at each location, and whether each says truly what was there behind it. */
export function foldLedger(newestFirst: Books['stockMovements']['nodes']) {
  const levels = new Map<string, { onHand: number; reserved: number }>();
  const untrue: string[] = [];
  for (const { id, kind, quantity, location, onHandAfter, reservedAfter } of newestFirst.toReversed()) {
    const level = levels.get(location.id) ?? { onHand: 0, reserved: 0 };
    if (kind !== 'RESERVED' && kind !== 'RELEASED') level.onHand += quantity;
    if (kind === 'RESERVED' || kind === 'RELEASED' || kind === 'SOLD') level.reserved += quantity;
    if (level.onHand !== onHandAfter || level.reserved !== reservedAfter || level.reserved < 0 || level.onHand < level.reserved)
      untrue.push(id);
    levels.set(location.id, level);
  }
  return { levels, untrue };
}

/** Opens a place where a seller keeps stock. */
export async function newLocation(shop: Shop, seller: Actor, name: string): Promise<string> {
  const answer = await shop.data(
    'mutation($name: String!) { payload: stockLocationCreate(input: { name: $name }) { stockLocation { id } } }',
    { name },
    { as: seller },
  );
  return z.object({ payload: z.object({ stockLocation: z.object({ id: z.string() }) }) }).parse(answer).payload.stockLocation.id;
}
