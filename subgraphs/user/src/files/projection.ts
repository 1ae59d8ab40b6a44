import { onAll } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { MediaCreated, MediaDeleted } from '@agora/schema/events/catalog';
import { KnownFile } from './model.ts';

/** Who shows a file that is gone is not its business. */
export const knownFiles: Projection = {
  name: 'user-files',
  description: 'Which files can be shown and whose they are, as catalog says it.',
  tables: [{ name: 'known_file', key: ['id'] }],
  reactions: [
    onAll(MediaCreated, async (tx, happened) => {
      const files = new Map(happened.map(({ data: { mediaId: id, ownerId, purpose, kind } }) => [id, { id, ownerId, purpose, kind }]));
      await tx.upsertMany(KnownFile, [...files.values()]);
    }),
    onAll(MediaDeleted, async (tx, happened) => {
      await tx.nativeDelete(KnownFile, { id: happened.map(({ data }) => data.mediaId) });
    }),
  ],
};
