import type { EntityManager } from '@mikro-orm/postgresql';
import type { About } from '@agora/platform/events/consumer';
import type { ProductJobEnded } from '@agora/schema/events/catalog';
import type { DataOf } from '@agora/schema/events/event';
import type { Text, Words } from '../words/vocabulary.ts';
import { notify } from './notify.ts';

/** The seller is told that an import or export is done, or failed; that one was stopped knows who stopped it. */
export async function notifyOfTransfer(tx: EntityManager, ended: DataOf<typeof ProductJobEnded>, { eventId }: About): Promise<void> {
  const { sellerId: recipientId, jobId, work, status } = ended;
  if (status !== 'COMPLETED' && status !== 'FAILED') return;
  const subject = { type: work === 'IMPORT' ? ('ProductImport' as const) : ('ProductExport' as const), id: jobId };
  await notify(tx, eventId, [{ recipientId, kind: 'PRODUCT_JOB_FINISHED', subject, say: (words) => textOf(words, ended) }]);
}

function textOf(
  words: Words,
  { work, status, isDryRun, createdCount, updatedCount, failedCount, rowCount }: DataOf<typeof ProductJobEnded>,
): Text {
  if (status === 'FAILED') return work === 'IMPORT' ? words.importFailed() : words.exportFailed();
  if (work === 'EXPORT') return words.exportDone({ lines: rowCount });
  return words.importDone({ isDryRun, created: createdCount, updated: updatedCount, wrong: failedCount });
}
