import type { EntityManager } from '@mikro-orm/postgresql';
import { refuseAll } from '@agora/platform/errors';
import type { CatalogCode } from '../../codes.ts';
import { MediaUse } from '../model/media-use.ts';
import { sentences } from '../sentences.ts';
import { lockedFiles, noteUnused } from './use-media.ts';

export interface PickedPicture {
  /** The id of what shows the picture. */
  readonly usedBy: string;
  /** Null for none of its own; it stays where undefined. */
  readonly mediaId: string | null | undefined;
}

export interface UsePicturesOf {
  /** The id of what shows the pictures that can be picked. */
  readonly shownBy: string;
  readonly picks: readonly PickedPicture[];
  /** The field of the input that gives the picture of one of them, for a refusal. */
  readonly fieldOf: (index: number) => readonly string[];
}

/**
 * Says for each of several things which one picture it shows, of those that another thing shows; answers the ids of those that
 * show another one than before. Lock that other thing first.
 * @throws NOT_FOUND for what is none of its pictures.
 */
export async function usePicturesOf(tx: EntityManager, { shownBy, picks, fieldOf }: UsePicturesOf): Promise<ReadonlySet<string>> {
  const wanted = picks.flatMap(({ mediaId, ...pick }, index) => (mediaId === undefined ? [] : [{ ...pick, mediaId, index }]));
  if (wanted.length === 0) return new Set();
  const usedBy = wanted.map((pick) => pick.usedBy);
  const files = await lockedFiles(
    tx,
    usedBy,
    wanted.flatMap(({ mediaId }) => mediaId ?? []),
  );
  const pictures = new Set((await tx.find(MediaUse, { usedBy: shownBy, media: { kind: 'IMAGE' } })).map(({ media }) => media.id));
  const wrong = wanted.filter(({ mediaId }) => mediaId !== null && !pictures.has(mediaId));
  refuseAll<CatalogCode>(wrong.map(({ index }) => ({ code: 'NOT_FOUND', message: sentences.noneOfItsPictures, field: fieldOf(index) })));

  const before = new Map((await tx.find(MediaUse, { usedBy })).map((use) => [use.usedBy, use.media.id]));
  const changed = wanted.filter((pick) => (before.get(pick.usedBy) ?? null) !== pick.mediaId);
  await tx.nativeDelete(MediaUse, { usedBy: changed.map((pick) => pick.usedBy) });
  await tx.insertMany(
    MediaUse,
    changed.flatMap((pick) => (pick.mediaId === null ? [] : [{ usedBy: pick.usedBy, media: pick.mediaId, position: 0 }])),
  );
  await noteUnused(tx, files);
  return new Set(changed.map((pick) => pick.usedBy));
}
