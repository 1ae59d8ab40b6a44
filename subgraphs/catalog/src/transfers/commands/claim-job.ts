import { randomUUID } from 'node:crypto';
import { boolean, columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type JobKind, ProductJob } from '../model/product-job.ts';

const CLAIMED = columnsOf(
  ProductJob,
  'id',
  'kind',
  'format',
  'mode',
  'isDryRun',
  'includeStock',
  'filter',
  'requestedBy',
  'language',
  'mediaId',
  'totalRows',
  'doneRow',
  'attempts',
  'lease',
);

/** An import or export that this process works on. */
export type ClaimedJob = Awaited<ReturnType<typeof claim>>[number] & { readonly lease: string };

/** How often one is begun without coming further, before it is given up. */
export const MAX_ATTEMPTS = 3;

/** Works on the one whose turn was longest ago, for `leaseMs` from now and from each time that it comes further; null where none waits. */
export async function claimJob(em: EntityManager, kind: JobKind, leaseMs: number): Promise<ClaimedJob | null> {
  const lease = randomUUID();
  const [job] = await claim(em, [kind, lease, leaseMs]);
  return job ? { ...job, lease } : null;
}

const claim = statement(
  CLAIMED,
  (
    columns,
  ) => `update product_job set status = 'RUNNING', lease = $2, lease_until = now() + $3::float8 * interval '1 ms', attempts = attempts + 1
    where id = (
      select id from product_job
      where kind = $1 and status in ('QUEUED', 'RUNNING') and (lease_until is null or lease_until < now()) and turn_at <= now()
      order by turn_at, id limit 1 for update skip locked
    ) returning ${columns}`,
);

/** Leaves one to whoever takes it next, after the others; one that failed, not before `waitMs`. */
export async function releaseJob(em: EntityManager, { id, lease }: ClaimedJob, waitMs = 0): Promise<void> {
  await release(em, [id, lease, waitMs]);
}

const release = statement(
  columnsOf(ProductJob, 'id'),
  (columns) => `update product_job set lease = null, lease_until = null, turn_at = now() + $3::float8 * interval '1 ms',
      attempts = case when $3::float8 > 0 then attempts else 0 end
    where id = $1 and lease = $2 returning ${columns}`,
);

/** Whether others of this kind wait for their turn. */
export async function othersWait(em: EntityManager, { id, kind }: ClaimedJob): Promise<boolean> {
  const [found] = await waiting(em, [kind, id]);
  return found?.isWaited === true;
}

const waiting = statement(
  {
    isWaited: boolean(
      `exists (select from product_job where kind = $1 and id <> $2 and status in ('QUEUED', 'RUNNING') and (lease_until is null or lease_until < now()) and turn_at <= now())`,
    ),
  },
  (columns) => `select ${columns}`,
);
