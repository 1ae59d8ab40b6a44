import { traced } from '@agora/platform/observe/trace';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Media } from '../../media/model/media.ts';
import { type MediaStore, shownKey } from '../../media/storage/media-store.ts';
import { Seller } from '../../sellers/model.ts';
import { endJob, noteTotal } from '../commands/checkpoint.ts';
import { type ClaimedJob, MAX_ATTEMPTS, othersWait, releaseJob } from '../commands/claim-job.ts';
import { Unreadable, unreadable } from '../format/file-row.ts';
import { MAX_ROWS } from '../format/limits.ts';
import { readRows } from '../format/read-rows.ts';
import { sentences } from '../sentences.ts';
import { importProducts, notePassed } from './import-products.ts';
import { type KnownColumns, knownColumns, unknownAmong } from './known-columns.ts';
import { productsOfRows } from '../format/products-of-rows.ts';

export interface RunOptions {
  readonly store: MediaStore;
  readonly leaseMs: number;
  /** Of several imports, each comes further for so long at a time. */
  readonly turnMs: number;
  readonly isStopped: () => boolean;
}

/** How often who follows an import hears of it. */
const TELL_MS = 1_000;

/** Reads on in the file of an import, to its end or until others have waited for long enough. @throws LeaseLost. */
export async function runImport(em: EntityManager, job: ClaimedJob, options: RunOptions): Promise<void> {
  try {
    if (job.attempts > MAX_ATTEMPTS) throw unreadable(job.doneRow + 1, sentences.gaveUp, 'CONFLICT');
    const isAtEnd = await traced(undefined, () => readOn(em, job, options), job.requestedBy);
    await (isAtEnd ? endJob(em, job, { status: 'COMPLETED' }) : releaseJob(em, job));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    await endJob(em, job, { status: 'FAILED', problems: error.problems });
  }
}

async function readOn(em: EntityManager, job: ClaimedJob, { store, leaseMs, turnMs, isStopped }: RunOptions): Promise<boolean> {
  await demandAllowed(em, job);
  const known = await knownColumns(em, job.requestedBy);
  const parts = async () => readRows(await store.read(shownKey(job.mediaId ?? '')), job.format);
  if (job.totalRows === null) await noteTotal(em, job, await rowsIn(await parts(), known), leaseMs);
  const turnEnds = Date.now() + turnMs;
  let toldAt = Date.now();
  const isTold = () => {
    if (Date.now() - toldAt < TELL_MS) return false;
    toldAt = Date.now();
    return true;
  };
  const by = { id: job.requestedBy, roles: ['USER', 'SELLER'] as const, sessionId: job.id, authTime: 0 };
  const context = { em, job, by, known, leaseMs, isTold, seen: { handles: new Set<string>(), skus: new Set<string>() } };
  for await (const { products } of productsOfRows(await parts())) {
    const ahead = products.filter((product) => {
      const isAhead = (product.rows.at(-1)?.row ?? 0) > job.doneRow;
      if (!isAhead) notePassed(context.seen, product);
      return isAhead;
    });
    if (ahead.length === 0) continue;
    await importProducts(context, ahead);
    if (isStopped() || (Date.now() > turnEnds && (await othersWait(em, job)))) return false;
  }
  return true;
}

/** @throws Unreadable where the seller may not sell any more, or the file is gone. */
async function demandAllowed(em: EntityManager, { requestedBy, mediaId, doneRow }: ClaimedJob): Promise<void> {
  const seller = await em.findOne(Seller, requestedBy);
  if (seller?.isSuspended) throw unreadable(doneRow + 1, sentences.suspended, 'FORBIDDEN');
  if (mediaId === null || !(await em.findOne(Media, { id: mediaId, status: 'READY' })))
    throw unreadable(doneRow + 1, sentences.fileGone, 'NOT_FOUND');
}

/** How many lines there are; no product is touched before the whole file was found to be readable. */
async function rowsIn(parts: ReturnType<typeof readRows>, known: KnownColumns): Promise<number> {
  let count = 0;
  let isLookedAt = false;
  for await (const { header, rows } of parts) {
    const problems = header && !isLookedAt ? unknownAmong(header, 1, known) : [];
    isLookedAt = true;
    if (problems.length > 0) throw new Unreadable(problems);
    count += rows.length;
    if (count > MAX_ROWS)
      throw unreadable(rows.at(MAX_ROWS - count)?.row ?? MAX_ROWS + 1, sentences.tooManyRows(MAX_ROWS), 'LIMIT_REACHED');
  }
  if (count === 0) throw unreadable(1, sentences.noRows, 'REQUIRED');
  return count;
}
