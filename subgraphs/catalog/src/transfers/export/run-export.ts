import { transaction } from '@agora/platform/database/database';
import { checked } from '@agora/platform/input/input';
import { traced } from '@agora/platform/observe/trace';
import { number, text } from '@agora/platform/reading/columns';
import type { Reader } from '@agora/platform/reading/reader';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { assortmentReads } from '../../assortment/reads.ts';
import { leaveToRemove } from '../../media/commands/leave-to-remove.ts';
import type { MediaStore } from '../../media/storage/media-store.ts';
import { PRODUCT_STATUSES } from '../../products/model/product.ts';
import { ProductFilter } from '../../search/reads/product-filter.ts';
import { checkpoint, endJob, LeaseLost, noteTotal } from '../commands/checkpoint.ts';
import { type ClaimedJob, MAX_ATTEMPTS } from '../commands/claim-job.ts';
import { headOf, lineOf } from '../format/write-rows.ts';
import { columnsWith, linesOf, placeNames, sheetsOf } from '../sheets.ts';
import { exportKey } from './export-key.ts';

export interface ExportOptions {
  readonly store: MediaStore;
  readonly leaseMs: number;
  readonly cursors: Reader['cursors'];
}

const PRODUCTS_AT_ONCE = 100;
const TELL_MS = 1_000;
export const CONTENT_TYPES = { CSV: 'text/csv; charset=utf-8', JSON_LINES: 'application/jsonl' } as const;

/** Writes a seller's products into a file; one that was begun before is written anew. @throws LeaseLost. */
export async function runExport(em: EntityManager, job: ClaimedJob, options: ExportOptions): Promise<void> {
  if (job.attempts > MAX_ATTEMPTS) return endJob(em, job, { status: 'FAILED' });
  await traced(undefined, () => write(em, job, options), job.requestedBy);
}

async function write(em: EntityManager, job: ClaimedJob, options: ExportOptions): Promise<void> {
  const { store, leaseMs } = options;
  const ids = await idsOf(em, job, options);
  const [counted] = await rowsOf(em, [ids]);
  await noteTotal(em, job, counted?.count ?? 0, leaseMs);
  const key = exportKey(job.id);
  let byteSize = 0;
  const measured = async function* () {
    for await (const bytes of linesFor(em, job, ids, leaseMs)) {
      byteSize += bytes.length;
      yield bytes;
    }
  };
  try {
    await store.receive(key, measured(), CONTENT_TYPES[job.format]);
    await endJob(em, job, { status: 'COMPLETED', byteSize });
  } catch (error) {
    if (error instanceof LeaseLost) await transaction(em, (tx) => leaveToRemove(tx, key, new Date()));
    throw error;
  }
}

/** The seller's products as they find them, of any state unless the filter says which. */
async function idsOf(em: EntityManager, job: ClaimedJob, { cursors }: ExportOptions): Promise<string[]> {
  const given = checked(ProductFilter, job.filter ?? {});
  const filter = { ...given, sellerIds: undefined, statuses: given.statuses ?? [...PRODUCT_STATUSES] };
  const actor = { id: job.requestedBy, roles: ['USER', 'SELLER'] as const, sessionId: job.id, authTime: 0 };
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const lists = assortmentReads.productsOfSeller({ em, actor, cursors });
    const sort = { field: 'CREATED_AT', direction: 'ASC' } as const;
    const page = await lists.load(job.requestedBy, { first: PRODUCTS_AT_ONCE, after, filter, sort, languages: [job.language] });
    ids.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return ids;
}

const rowsOf = statement(
  { count: number('count(*)') },
  (columns) => `select ${columns} from product_variant where product_id = any($1::text[])`,
);

async function* linesFor(em: EntityManager, job: ClaimedJob, ids: readonly string[], leaseMs: number): AsyncGenerator<Buffer> {
  const { format, requestedBy, includeStock } = job;
  const places = await placeNames(em, requestedBy);
  const columns = columnsWith(await familiesOf(em, requestedBy, includeStock ? [...places.byId.values()] : []), includeStock);
  yield Buffer.from(headOf(format, columns));
  let toldAt = Date.now();
  for (let at = 0; at < ids.length; at += PRODUCTS_AT_ONCE) {
    const lines = (await sheetsOf(em, ids.slice(at, at + PRODUCTS_AT_ONCE), places)).flatMap(linesOf);
    yield Buffer.from(lines.map((cells) => lineOf(format, columns, cells)).join(''));
    const isTold = Date.now() - toldAt >= TELL_MS;
    if (isTold) toldAt = Date.now();
    const step = { doneRow: 0, processed: lines.length, created: 0, updated: 0, unchanged: 0, failed: 0, problems: [] };
    await transaction(em, (tx) => checkpoint(tx, job, step, leaseMs, isTold));
  }
}

/** The columns of which a seller's products need several. */
async function familiesOf(em: EntityManager, sellerId: string, stock: readonly string[]) {
  const currencies = (await currenciesOf(em, [sellerId])).map(({ code }) => code);
  const attribute = (await keysOf(em, [sellerId])).map(({ key }) => key);
  const languages = (await languagesOf(em, [sellerId])).map(({ tag }) => tag);
  return { name: languages, description: languages, price: currencies, compare_at_price: currencies, stock, attribute };
}

const currenciesOf = statement(
  { code: text('variant_price.currency_code') },
  (columns) => `select distinct ${columns} from variant_price join product_variant on product_variant.id = variant_price.variant_id
    where product_variant.seller_id = $1 order by 1`,
);

const languagesOf = statement(
  { tag: text('language.tag') },
  (columns) => `select distinct ${columns} from product, jsonb_object_keys(product.translations) as language (tag)
    where product.seller_id = $1 order by 1`,
);

const keysOf = statement(
  { key: text('attribute_definition.key') },
  (columns) => `select distinct ${columns} from product_attribute join product on product.id = product_attribute.product_id
    join attribute_definition on attribute_definition.id = product_attribute.definition_id where product.seller_id = $1 order by 1`,
);
