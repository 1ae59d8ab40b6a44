import { transaction } from '@agora/platform/database/database';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { leaveToRemove } from '../../media/commands/leave-to-remove.ts';
import { dropMedia } from '../../media/commands/use-media.ts';
import { exportKey } from '../export/export-key.ts';
import { ProductImportError } from '../model/product-import-error.ts';
import { ProductJob } from '../model/product-job.ts';

export interface Retention {
  readonly importMs: number;
  readonly exportMs: number;
}

/** Removes the files of imports and exports that ended long ago, and what was wrong in them line by line; what is told of the whole stays. */
export async function sweepJobs(em: EntityManager, { importMs, exportMs }: Retention): Promise<void> {
  const now = Date.now();
  await sweep(em, 'IMPORT', new Date(now - importMs), async (tx, ids) => {
    await dropMedia(tx, ids);
    await tx.nativeDelete(ProductImportError, { job: { $in: [...ids] } });
  });
  await sweep(em, 'EXPORT', new Date(now - exportMs), async (tx, ids) => {
    for (const id of ids) await leaveToRemove(tx, exportKey(id), new Date(now));
  });
}

const AT_ONCE = 100;

async function sweep(
  em: EntityManager,
  kind: ProductJob['kind'],
  endedBefore: Date,
  remove: (tx: EntityManager, ids: readonly string[]) => Promise<void>,
): Promise<void> {
  const count = await transaction(em, async (tx) => {
    const swept = await mark(tx, [kind, endedBefore, AT_ONCE]);
    if (swept.length > 0)
      await remove(
        tx,
        swept.map(({ id }) => id),
      );
    return swept.length;
  });
  if (count === AT_ONCE) await sweep(em, kind, endedBefore, remove);
}

const mark = statement(
  columnsOf(ProductJob, 'id'),
  (columns) => `update product_job set swept_at = now(), media_id = null where id in (
      select id from product_job where kind = $1 and finished_at < $2 and swept_at is null limit $3 for update skip locked
    ) returning ${columns}`,
);
