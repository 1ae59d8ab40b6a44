import { isDeepStrictEqual } from 'node:util';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { languageFor } from '@agora/platform/input/sentence';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { Actor } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { ProductVariant } from '../../products/model/product-variant.ts';
import { checkpoint, type Step } from '../commands/checkpoint.ts';
import type { ClaimedJob } from '../commands/claim-job.ts';
import type { RowProblem } from '../format/file-row.ts';
import { sentences } from '../sentences.ts';
import { type Sheet, sheetsOf } from '../sheets.ts';
import { createFromFile, creation } from './create-from-file.ts';
import type { KnownColumns } from './known-columns.ts';
import { type Places, problemsOf } from './places-of-problems.ts';
import type { RowsOfProduct } from '../format/products-of-rows.ts';
import { saysTheSame } from './says-the-same.ts';
import { updateFromFile } from './update-from-file.ts';
import { shown, type WantedProduct, wantedProduct } from './wanted-product.ts';

export interface ImportContext {
  readonly em: EntityManager;
  readonly job: ClaimedJob;
  readonly by: Actor;
  readonly known: KnownColumns;
  readonly leaseMs: number;
  /** Handles and codes that stand before this in the file. */
  readonly seen: Seen;
  /** Whether readers of the live feed are to hear of the next step. */
  readonly isTold: () => boolean;
}

export interface Seen {
  readonly handles: Set<string>;
  readonly skus: Set<string>;
}

type Outcome = 'created' | 'updated' | 'unchanged';

/** Notes what stands before the place where an import goes on. */
export function notePassed({ handles, skus }: Seen, { handle, rows }: RowsOfProduct): void {
  if (handle !== '') handles.add(handle);
  for (const { cells } of rows) skus.add(cells.get('sku')?.trim() ?? '');
}

/**
 * Makes and changes these products, each in one transaction together with the note that it is done. What is as the file says, and what is wrong, is noted with the
 * next one, so that most of a file that changes little costs nothing but reading.
 * @throws LeaseLost.
 */
export async function importProducts(context: ImportContext, products: readonly RowsOfProduct[]): Promise<void> {
  const read = products.map((rows) => ({ ...rows, ...wantedIn(rows, context) }));
  const { holders, sheets } = await whatIsThere(context, read);
  const changed = new Set<string>();
  let waiting = NOTHING;
  for (const { rows, wanted, problems } of read) {
    const done = { doneRow: rows.at(-1)?.row ?? 0, processed: rows.length };
    const owners = new Set(wanted.variants.flatMap(({ sku }) => holders.get(sku) ?? []));
    const [productId] = owners;
    const found = problems.length > 0 ? problems : problemsWithMode(wanted, context.job, holders, owners.size);
    const sheet = productId === undefined ? undefined : sheets.get(productId);
    if (found.length > 0) waiting = added(waiting, { ...done, failed: rows.length, problems: found });
    else if (sheet && !changed.has(sheet.id) && saysTheSame(rows, sheet)) waiting = added(waiting, { ...done, unchanged: 1 });
    else {
      const outcome = await importOne(context, wanted, productId === undefined ? null : productId, (kind) =>
        added(waiting, { ...done, [kind]: 1 }),
      );
      if (productId !== undefined) changed.add(productId);
      waiting = typeof outcome === 'string' ? NOTHING : added(waiting, { ...done, failed: rows.length, problems: outcome });
    }
  }
  const { em, job, leaseMs, isTold } = context;
  if (waiting !== NOTHING) await transaction(em, (tx) => checkpoint(tx, job, waiting, leaseMs, isTold()));
}

const NOTHING: Step = { doneRow: 0, processed: 0, created: 0, updated: 0, unchanged: 0, failed: 0, problems: [] };

function added(one: Step, other: Partial<Step>): Step {
  return {
    doneRow: other.doneRow ?? one.doneRow,
    processed: one.processed + (other.processed ?? 0),
    created: one.created + (other.created ?? 0),
    updated: one.updated + (other.updated ?? 0),
    unchanged: one.unchanged + (other.unchanged ?? 0),
    failed: one.failed + (other.failed ?? 0),
    problems: [...one.problems, ...(other.problems ?? [])],
  };
}

/** What the lines want, and what is wrong with them whatever the seller has. */
function wantedIn(product: RowsOfProduct, { known, seen }: ImportContext): { wanted: WantedProduct; problems: readonly RowProblem[] } {
  const { handle, rows } = product;
  const { wanted, problems } = wantedProduct(rows, known);
  const [first] = rows;
  if (first && handle === '' && first.problems.length === 0)
    problems.push({ row: first.row, column: 'handle', value: null, code: 'REQUIRED', message: sentences.missing });
  if (first && seen.handles.has(handle))
    problems.push({ row: first.row, column: 'handle', value: shown(handle), code: 'INVALID', message: sentences.handleAgain });
  for (const { row, sku } of wanted.variants) {
    if (sku !== '' && seen.skus.has(sku))
      problems.push({ row, column: 'sku', value: shown(sku), code: 'SKU_TAKEN', message: sentences.skuAgain });
    seen.skus.add(sku);
  }
  notePassed(seen, product);
  return { wanted, problems };
}

/** Which of the seller's products have these codes, and what they are: a few statements for all. */
async function whatIsThere({ em, job, known }: ImportContext, read: readonly { wanted: WantedProduct; problems: readonly RowProblem[] }[]) {
  const skus = read.flatMap(({ wanted, problems }) => (problems.length > 0 ? [] : wanted.variants.map(({ sku }) => sku.normalize('NFC'))));
  const holders = new Map((await holdersOf(em, [job.requestedBy, skus])).map(({ sku, productId }) => [sku, productId]));
  const sheets = await sheetsOf(em, [...new Set(holders.values())], known.places);
  return { holders, sheets: new Map(sheets.map((sheet) => [sheet.id, sheet])) };
}

const holdersOf = statement(
  columnsOf(ProductVariant, 'sku', 'product'),
  (columns) => `select ${columns} from product_variant where seller_id = $1 and sku = any($2::text[])`,
);

function problemsWithMode(wanted: WantedProduct, { mode }: ClaimedJob, holders: ReadonlyMap<string, string>, owners: number): RowProblem[] {
  const problem = (isWrong: (isThere: boolean) => boolean, code: RowProblem['code'], message: RowProblem['message']) =>
    wanted.variants
      .filter(({ sku }) => isWrong(holders.has(sku)))
      .map(({ row, sku }): RowProblem => ({ row, column: 'sku', value: shown(sku), code, message }));
  if (owners > 1) return problem((isThere) => isThere, 'CONFLICT', sentences.severalProducts);
  if (mode === 'CREATE_ONLY') return problem((isThere) => isThere, 'ALREADY_EXISTS', sentences.existsAlready);
  return mode === 'UPDATE_ONLY' ? problem((isThere) => !isThere, 'NOT_FOUND', sentences.existsNot) : [];
}

/** Undoes what only was to be looked at. */
class DryRun extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('Only looked at.');
    this.outcome = outcome;
  }
}

/** What became of one product, or what is wrong with it. */
async function importOne(
  context: ImportContext,
  wanted: WantedProduct,
  productId: string | null,
  stepOf: (outcome: Outcome) => Step,
): Promise<Outcome | readonly RowProblem[]> {
  const { em, job, leaseMs, isTold } = context;
  try {
    const outcome = await attempt(context, wanted, productId, stepOf);
    if (job.isDryRun) await transaction(em, (tx) => checkpoint(tx, job, stepOf(outcome), leaseMs, isTold()));
    return outcome;
  } catch (error) {
    if (error instanceof Misplaced) return error.problems;
    throw error;
  }
}

async function attempt(
  context: ImportContext,
  wanted: WantedProduct,
  productId: string | null,
  stepOf: (outcome: Outcome) => Step,
): Promise<Outcome> {
  const { em, job, leaseMs, isTold } = context;
  try {
    return await transaction(em, async (tx) => {
      const outcome = productId === null ? await create(tx, context, wanted) : await update(tx, context, wanted, productId);
      if (job.isDryRun) throw new DryRun(outcome);
      await checkpoint(tx, job, stepOf(outcome), leaseMs, isTold());
      return outcome;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.outcome;
    throw error;
  }
}

async function create(tx: EntityManager, { by, job }: ImportContext, wanted: WantedProduct): Promise<Outcome> {
  const { input, places } = creation(wanted);
  await placing(places, () => createFromFile(tx, wanted, input, { by, language: languageFor([job.language]) }));
  return 'created';
}

async function update(tx: EntityManager, { by, known }: ImportContext, wanted: WantedProduct, productId: string): Promise<Outcome> {
  const [before] = await sheetsOf(tx, [productId], known.places);
  if (!before) throw new Error(`${productId} is gone.`);
  await updateFromFile(tx, { wanted, sheet: before, known, by }, placing);
  await tx.flush();
  const [after] = await sheetsOf(tx, [productId], known.places);
  return isSame(before, after) ? 'unchanged' : 'updated';
}

function isSame(before: Sheet, after: Sheet | undefined): boolean {
  return isDeepStrictEqual(before, after);
}

/** A refusal, as what is wrong with cells. */
class Misplaced extends Error {
  readonly problems: readonly RowProblem[];

  constructor(problems: readonly RowProblem[]) {
    super(problems[0]?.message.en ?? 'Refused.');
    this.problems = problems;
  }
}

async function placing<T>(places: Places, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw new Misplaced(problemsOf(error as Refusal<CatalogCode>, places));
    throw error;
  }
}
