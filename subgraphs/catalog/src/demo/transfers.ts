import { lock } from '@agora/platform/database/advisory-lock';
import { transaction } from '@agora/platform/database/database';
import { demoId } from '@agora/schema/demo/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { useMedia } from '../media/commands/use-media.ts';
import { Media, NOTHING_TO_SEE } from '../media/model/media.ts';
import { type MediaStore, shownKey } from '../media/storage/media-store.ts';
import { beginJob } from '../transfers/commands/begin-job.ts';
import { ProductJob } from '../transfers/model/product-job.ts';

const SELLER = demoId('usr', 'seller');

/** A list as somebody types it, with mistakes that many make. */
const FILE = [
  'handle,sku,name,description,category,currency,price,stock',
  'salt-pig,SK-PIG,Salt pig,Keeps salt dry beside the stove.,ceramics,EUR,"1,950.00",6',
  'oil-bottle,SK-OIL,Oil bottle,Pours without a drop beside it.,ceramics,EUR,24.00,many',
  'butter-dish,SK-BUTTER,Butter dish,With a lid that seals in water.,no-such-category,EUR,32.00,4',
  'egg-cup,SK-EGG,Egg cup,For one egg.,ceramics,EUR,9.00,12',
  '',
].join('\r\n');

/** Has a seller of the demo check a file, and export what they sell; both are done as anybody's are, once the service runs. */
export async function loadDemoTransfers(em: EntityManager, store: MediaStore): Promise<void> {
  const mediaId = demoId('med', 'import');
  const byteSize = Buffer.byteLength(FILE);
  if ((await em.count(ProductJob)) > 0) return;
  await store.write(shownKey(mediaId), Buffer.from(FILE), 'text/csv');
  await transaction(em, async (tx) => {
    await lock(tx, 'demo data');
    if ((await tx.count(ProductJob)) > 0) return;
    const given = { id: mediaId, ownerId: SELLER, altTexts: {}, filename: 'new-in-autumn.csv', contentType: 'text/csv', byteSize };
    const file = Media.awaited({ ...given, purpose: 'IMPORT' }, new Date());
    file.uploaded();
    file.accept({ ...NOTHING_TO_SEE, byteSize });
    await tx.persist(file).flush();
    const id = demoId('imp', 'new-in-autumn');
    const common = { format: 'CSV', requestedBy: SELLER, language: 'en' } as const;
    await beginJob(tx, { ...common, id, kind: 'IMPORT', mode: 'UPSERT', isDryRun: true, mediaId });
    await useMedia(tx, { usedBy: id, mediaIds: [mediaId], ownerId: SELLER, purpose: 'IMPORT', field: 'mediaId', isList: false });
    await beginJob(tx, { ...common, id: demoId('pex', 'all'), kind: 'EXPORT', includeStock: true });
  });
}
