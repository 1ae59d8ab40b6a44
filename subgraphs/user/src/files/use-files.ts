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
  /** All that it shows from now on. */
  readonly fileIds: readonly string[];
  readonly ownerId: string;
  readonly purpose: 'AVATAR' | 'DOCUMENT';
  /** The field of the input that gives them. */
  readonly field: string;
  /** Whether the field is a list, so that a refusal names the place in it. */
  readonly isList: boolean;
}

/**
 * Announces which files something shows from now on, so that catalog keeps them.
 * @throws NOT_FOUND for what is no file of theirs; MEDIA_NOT_READY for one of which nothing was heard yet; MEDIA_REJECTED for one that is for something else.
 */
export async function useFiles(tx: EntityManager, { usedBy, fileIds, ownerId, purpose, field, isList }: UseFiles): Promise<void> {
  const known = new Map((await tx.find(KnownFile, { id: fileIds.filter(isFileId) })).map((file) => [file.id, file]));
  const [first, ...rest] = fileIds.flatMap((id, index) => {
    const problem = problemWith(id, known.get(id), { ownerId, purpose });
    return problem ? [{ ...problem, field: isList ? [field, String(index)] : [field] }] : [];
  });
  if (first) throw new Refusal<UserCode>([first, ...rest]);
  await announce(tx, MediaUsed, { userId: ownerId, usedBy, mediaIds: [...fileIds] });
}

function problemWith(id: string, file: KnownFile | undefined, wanted: Pick<UseFiles, 'ownerId' | 'purpose'>): Problem<UserCode> | null {
  if (!isFileId(id) || (file && file.ownerId !== wanted.ownerId)) return { code: 'NOT_FOUND', message: sentences.noSuchFile };
  if (!file) return { code: 'MEDIA_NOT_READY', message: sentences.notReady };
  return file.purpose === wanted.purpose ? null : { code: 'MEDIA_REJECTED', message: sentences.notFor };
}

function isFileId(id: string): boolean {
  return prefixOf(id) === 'med';
}
