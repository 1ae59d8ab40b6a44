import { isDeepStrictEqual } from 'node:util';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type Problem, Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import type { CatalogCode } from '../../codes.ts';
import { Media } from '../model/media.ts';
import { MediaUse } from '../model/media-use.ts';
import type { MediaKind, MediaPurpose } from '../model/purposes.ts';
import { REJECTION_SENTENCES, sentences } from '../sentences.ts';

export interface UseMedia {
  /** The id of what shows the files: of a product, for example. */
  readonly usedBy: string;
  /** In the order in which they are shown. */
  readonly mediaIds: readonly string[];
  /** Whose files they must be. */
  readonly ownerId: string;
  readonly purpose: MediaPurpose;
  /** What they must be; whatever the purpose allows where absent. */
  readonly kind?: MediaKind;
  /** The field of the input that gives them, for a refusal. */
  readonly field: string;
  /** Whether the field is a list, so that a refusal names the place in it. */
  readonly isList: boolean;
}

/**
 * Says which files something shows from now on; those that it showed before and that are not among them are let go, and swept
 * after a while. Answers whether that is another list than before. Lock what shows them first.
 * @throws NOT_FOUND for files of others; MEDIA_NOT_READY before they were looked at; MEDIA_REJECTED for those that were turned down, or are for something else.
 */
export async function useMedia(tx: EntityManager, { usedBy, mediaIds, field, isList, ...must }: UseMedia): Promise<boolean> {
  const wanted = [...new Set(mediaIds)];
  if (isDeepStrictEqual(wanted, await shownNow(tx, usedBy))) return false;
  const files = await lockedFiles(tx, [usedBy], wanted);
  const problems = wanted.flatMap((id) => {
    const problem = problemWith(files.get(id), must);
    return problem ? [{ ...problem, field: isList ? [field, String(mediaIds.indexOf(id))] : [field] }] : [];
  });
  const [first, ...rest] = problems;
  if (first) throw new Refusal<CatalogCode>([first, ...rest]);
  await show(tx, usedBy, wanted, files);
  return true;
}

async function shownNow(tx: EntityManager, usedBy: string): Promise<string[]> {
  return (await tx.find(MediaUse, { usedBy }, { orderBy: { position: 'asc' } })).map(({ media }) => media.id);
}

/** The same as another service says it: what is not that owner's, or not here any more, is left out. */
export async function followUse(
  tx: EntityManager,
  { usedBy, mediaIds, ownerId }: Pick<UseMedia, 'usedBy' | 'mediaIds' | 'ownerId'>,
): Promise<void> {
  const files = await lockedFiles(tx, [usedBy], mediaIds);
  const own = [...new Set(mediaIds)].filter((id) => files.get(id)?.ownerId === ownerId);
  if (!isDeepStrictEqual(own, await shownNow(tx, usedBy))) await show(tx, usedBy, own, files);
}

/** Lets go of all files that things showed which are gone. */
export async function dropMedia(tx: EntityManager, usedBy: readonly string[]): Promise<void> {
  const files = await lockedFiles(tx, usedBy, []);
  await tx.nativeDelete(MediaUse, { usedBy: [...usedBy] });
  await noteUnused(tx, files);
}

/** What they show now and what is to be shown, by id. */
export async function lockedFiles(
  tx: EntityManager,
  usedBy: readonly string[],
  wanted: readonly string[],
): Promise<ReadonlyMap<string, Media>> {
  const before = await tx.find(MediaUse, { usedBy: [...usedBy] }, { orderBy: { position: 'asc' } });
  const ids = [...new Set([...before.map(({ media }) => media.id), ...wanted.filter((id) => prefixOf(id) === 'med')])];
  const found = await tx.find(Media, { id: ids }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  return new Map(found.map((media) => [media.id, media]));
}

function problemWith(
  media: Media | undefined,
  { ownerId, purpose, kind }: Pick<UseMedia, 'ownerId' | 'purpose' | 'kind'>,
): Problem<CatalogCode> | null {
  if (media?.ownerId !== ownerId) return { code: 'NOT_FOUND', message: sentences.noSuchMedia };
  if (media.rejection) return { code: 'MEDIA_REJECTED', message: REJECTION_SENTENCES[media.rejection] };
  if (media.purpose !== purpose || (kind !== undefined && media.kind !== kind))
    return { code: 'MEDIA_REJECTED', message: sentences.notFor };
  return media.status === 'READY' ? null : { code: 'MEDIA_NOT_READY', message: sentences.notReady };
}

async function show(tx: EntityManager, usedBy: string, wanted: readonly string[], files: ReadonlyMap<string, Media>): Promise<void> {
  await tx.nativeDelete(MediaUse, { usedBy });
  await tx.insertMany(
    MediaUse,
    wanted.map((id, position) => ({ usedBy, media: id, position })),
  );
  await noteUnused(tx, files);
}

/** Says of files whose uses were changed which of them are used nowhere. */
export async function noteUnused(tx: EntityManager, files: ReadonlyMap<string, Media>): Promise<void> {
  const uses = await tx.find(MediaUse, { media: [...files.keys()] }, { disableIdentityMap: true });
  const used = new Set(uses.map(({ media }) => media.id));
  const now = new Date();
  for (const media of files.values()) {
    if (used.has(media.id)) media.unusedSince = null;
    else media.unusedSince ??= now;
  }
  await tx.flush();
}
