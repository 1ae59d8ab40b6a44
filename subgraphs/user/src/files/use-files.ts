import { type Problem, Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { announce } from '@agora/platform/events/event-log';
import { MediaUsed } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { UserCode } from '../codes.ts';
import { KnownFile } from './model.ts';
import { sentences } from './sentences.ts';

export interface UseFiles {
  /** The id of what shows them: an account, or a request to be verified. */
  readonly usedBy: string;
  /** All that it shows from now on, each with the field of the input that gives it, for a refusal. */
  readonly files: readonly { readonly id: string; readonly field: readonly string[] }[];
  readonly ownerId: string;
  readonly what: Fitting;
}

/** Which files fit. */
export interface Fitting {
  readonly purposes: readonly string[];
  readonly kinds?: readonly string[];
}

const EVERYBODY_READS = ['AVATAR', 'PRODUCT'];

export const PORTRAITS: Fitting = { purposes: ['AVATAR'] };
export const DOCUMENTS: Fitting = { purposes: ['DOCUMENT'] };
export const PUBLIC_PICTURES: Fitting = { purposes: EVERYBODY_READS, kinds: ['IMAGE'] };
export const PUBLIC_PICTURES_AND_VIDEOS: Fitting = { purposes: EVERYBODY_READS, kinds: ['IMAGE', 'VIDEO'] };

/**
 * Announces which files something shows from now on, so that catalog keeps them.
 * @throws NOT_FOUND for what is no file of theirs; MEDIA_NOT_READY for one of which nothing was heard yet; MEDIA_REJECTED for one that is for something else.
 */
export async function useFiles(tx: EntityManager, { usedBy, files, ownerId, what }: UseFiles): Promise<void> {
  const mediaIds = files.map(({ id }) => id);
  const known = new Map((await tx.find(KnownFile, { id: mediaIds.filter(isFileId) })).map((file) => [file.id, file]));
  const [first, ...rest] = files.flatMap(({ id, field }) => {
    const problem = problemWith(id, known.get(id), ownerId, what);
    return problem ? [{ ...problem, field }] : [];
  });
  if (first) throw new Refusal<UserCode>([first, ...rest]);
  await announce(tx, MediaUsed, { userId: ownerId, usedBy, mediaIds });
}

function problemWith(id: string, file: KnownFile | undefined, ownerId: string, { purposes, kinds }: Fitting): Problem<UserCode> | null {
  if (!isFileId(id) || (file && file.ownerId !== ownerId)) return { code: 'NOT_FOUND', message: sentences.noSuchFile };
  if (!file) return { code: 'MEDIA_NOT_READY', message: sentences.notReady };
  const fits = purposes.includes(file.purpose) && (kinds?.includes(file.kind) ?? true);
  return fits ? null : { code: 'MEDIA_REJECTED', message: sentences.notFor };
}

function isFileId(id: string): boolean {
  return prefixOf(id) === 'med';
}
