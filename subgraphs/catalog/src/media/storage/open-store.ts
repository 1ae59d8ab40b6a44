import type { MediaConfig } from '../../config.ts';
import type { Links } from '../files/links.ts';
import { DiskStore } from './disk-store.ts';
import type { MediaStore } from './media-store.ts';

/** Where the settings say that files are kept. What speaks to S3 is loaded where that is used. */
export async function openStore({ s3, folder }: MediaConfig, links: Links): Promise<MediaStore> {
  if (s3) {
    const { S3Store } = await import('./s3-store.ts');
    return new S3Store(s3);
  }
  return new DiskStore(folder ?? '', (awaited) => Promise.resolve(links.upload(awaited)));
}
