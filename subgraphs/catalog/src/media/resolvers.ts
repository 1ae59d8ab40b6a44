import { Refusal } from '@agora/platform/errors';
import { checked } from '@agora/platform/input/input';
import { feedCursor, type FeedEvent } from '@agora/platform/live/feed';
import { mapAsync } from '@agora/platform/live/map-async';
import { mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { wantedLanguages } from '../names/reads/translations.ts';
import { completeUpload } from './commands/complete-upload.ts';
import { createUpload } from './commands/create-upload.ts';
import { deleteMedia } from './commands/delete-media.ts';
import { updateMedia } from './commands/update-media.ts';
import { mediaFeed, MediaSeen } from './feed.ts';
import { MediaUpdateInput, MediaUploadCreateInput } from './inputs.ts';
import type { MediaEvent } from './mappers.ts';
import type { AltTexts } from './model/media.ts';
import { PURPOSES } from './model/purposes.ts';
import { MAX_SIDE, nameOf, type PictureFormat, type Rendition, renditionFor } from './pictures/rendition.ts';
import { MediaFilter } from './reads/media-filter.ts';
import type { MediaRow } from './reads/media.ts';
import { REJECTION_SENTENCES } from './sentences.ts';
import { sourceOf } from './storage/media-store.ts';

const MAX_WATCHED = 50;

export const media: Resolvers = {
  Query: {
    media: (_, { id }, { loaders }) => loaders.media.load(id),
  },

  Mutation: {
    mediaUploadCreate: async (_, { input }, { em, actor, language, files }) => {
      const { altText, ...given } = checked(MediaUploadCreateInput, input);
      const altTexts = altText == null ? {} : { [language]: altText };
      return { mediaId: await createUpload(em, { ...given, altTexts, ownerId: signedIn(actor).id }, files.maxBytesPerOwner) };
    },

    mediaUploadComplete: async (_, { input: { mediaId } }, { em, actor, files }) => {
      await completeUpload(em, files.store, signedIn(actor), mediaId);
      files.wake();
      return { mediaId };
    },

    mediaUpdate: async (_, { input }, { em, actor, files }) => {
      const { mediaId, altTexts, focalPoint } = checked(MediaUpdateInput, input);
      await updateMedia(em, signedIn(actor), mediaId, {
        altTexts: altTexts === undefined ? undefined : Object.fromEntries((altTexts ?? []).map(({ locale, text }) => [locale, text])),
        focalPoint,
      });
      files.wake();
      return { mediaId };
    },

    mediaDelete: async (_, { input: { mediaId } }, { em, actor, files }) => {
      await deleteMedia(em, signedIn(actor), mediaId);
      files.wake();
      return { deletedMediaId: mediaId };
    },
  },

  MediaUploadCreatePayload: {
    media: changedMedia,
    uploadUrl: async (payload, _, context) => {
      const row = await changedMedia(payload, _, context);
      return row && context.files.store.uploadUrl(awaitedBytes(row));
    },
    uploadHeaders: async (payload, _, context) => {
      const row = await changedMedia(payload, _, context);
      return row ? [{ name: 'content-type', value: row.contentType }] : [];
    },
    expiresAt: async (payload, _, context) => (await changedMedia(payload, _, context))?.uploadEndsAt ?? null,
  },
  MediaUploadCompletePayload: { media: changedMedia },
  MediaUpdatePayload: { media: changedMedia },
  MediaDeletePayload: { deletedMediaId: ({ deletedMediaId }) => deletedMediaId ?? null },

  Subscription: {
    mediaProcessed: {
      subscribe: async (_, { mediaIds, after }, context) =>
        mapAsync(await followMedia(context, mediaIds, after), async (event) => {
          const mediaProcessed = await seen(event, context);
          return mediaProcessed && { mediaProcessed };
        }),
    },
  },

  Media: {
    __resolveReference: ({ id }, { loaders }) => loaders.media.load(id),
    rejection: ({ ownerId, rejection }, _, { actor }) => (mayReadPrivate(actor, ownerId) ? rejection : null),
    url: (row, wanted, context) => {
      checkSides(wanted);
      return row.kind === 'IMAGE' ? pictureUrl(row, wanted, context) : linkTo(row, 'whole', context);
    },
    posterUrl: (row, wanted, context) => {
      checkSides(wanted);
      return row.thumbhash === null ? null : pictureUrl(row, wanted, context);
    },
    durationSeconds: ({ durationMs }) => (durationMs === null ? null : durationMs / 1_000),
    filename: ({ ownerId, filename }, _, { actor }) => (mayReadPrivate(actor, ownerId) ? filename : null),
    altText: ({ altTexts }, { locale }, { languages }) => altTextIn(altTexts, wantedLanguages(locale, languages)),
    altTexts: ({ altTexts }) => Object.entries(altTexts).map(([locale, text]) => ({ locale, text })),
    focalPoint: ({ focalX, focalY }) => (focalX === null || focalY === null ? null : { x: focalX, y: focalY }),
    owner: ({ ownerId }) => ({ id: ownerId }),
    liveCursor: ({ id, ownerId, feedSeq }, _, { actor, cursors }) =>
      actor?.id === ownerId ? feedCursor(cursors, { [mediaFeed(id)]: feedSeq }) : null,
    viewerCanEdit: ({ ownerId }, _, { actor }) => mayReadPrivate(actor, ownerId),
  },

  MediaRejection: {
    code: (rejection) => rejection,
    message: (rejection, _, { language }) => REJECTION_SENTENCES[rejection][language],
  },

  User: {
    __resolveReference: ({ id }) => ({ id }),
    media: ({ id }, { filter, ...page }, { actor, loaders }) =>
      mayReadPrivate(actor, id) ? loaders.mediaOfOwner.load(id, { ...page, filter: checked(MediaFilter, filter ?? {}) }) : null,
  },
};

function changedMedia({ mediaId }: { readonly mediaId?: string }, _: unknown, { loaders }: Context): Promise<MediaRow | null> | null {
  return mediaId === undefined ? null : loaders.media.load(mediaId);
}

interface WantedPicture extends Pick<Rendition, 'fit'> {
  readonly width?: number | null;
  readonly height?: number | null;
  readonly format?: PictureFormat | null;
}

function checkSides({ width, height }: WantedPicture): void {
  for (const [field, side] of Object.entries({ width, height })) {
    if (side == null || (side >= 1 && side <= MAX_SIDE)) continue;
    throw new Refusal('BAD_USER_INPUT', `A side has 1 to ${MAX_SIDE} pixels.`, [field]);
  }
}

/** Of a picture, or of the still of a video. */
function pictureUrl(row: MediaRow, { width = null, height = null, fit, format = null }: WantedPicture, context: Context): string | null {
  const rendition = renditionFor({ ...row, width, height, fit, format });
  return linkTo(row, rendition ? nameOf(rendition) : sourceOf(row), context);
}

function linkTo({ id, status, purpose }: MediaRow, name: string, { files }: Context): string | null {
  return status === 'READY' ? files.links.read(id, name, PURPOSES[purpose].isPublic) : null;
}

/** In the first of these languages that it has, else in one that it has: a word that is foreign says more than none. */
function altTextIn(altTexts: AltTexts, languages: readonly string[]): string | null {
  const language = languages.find((tag) => Object.hasOwn(altTexts, tag));
  return (language === undefined ? Object.values(altTexts)[0] : altTexts[language]) ?? null;
}

function awaitedBytes({ id, byteSize, contentType, uploadEndsAt }: MediaRow) {
  return { mediaId: id, byteSize, contentType, endsAt: new Date(uploadEndsAt) };
}

/** Files of others are left out; refused when none is left. */
async function followMedia(
  { actor, feeds, loaders }: Context,
  mediaIds: readonly string[],
  after: string | null | undefined,
): Promise<AsyncIterableIterator<FeedEvent<MediaSeen>>> {
  const { id: viewerId } = signedIn(actor);
  if (mediaIds.length > MAX_WATCHED) throw new Refusal('BAD_USER_INPUT', `Watch at most ${MAX_WATCHED} files at once.`, ['mediaIds']);
  const found = await loaders.media.loadMany([...new Set(mediaIds)]);
  const watched = found.flatMap((row) => {
    if (row instanceof Error) throw row;
    return row?.ownerId === viewerId ? [mediaFeed(row.id)] : [];
  });
  if (watched.length === 0) throw new Refusal('BAD_USER_INPUT', 'You have no such files.', ['mediaIds']);
  return feeds.follow({ feeds: watched, after, payload: MediaSeen });
}

/** Null where the file is gone by now. */
async function seen({ cursor, occurredAt, payload }: FeedEvent<MediaSeen>, { loaders }: Context): Promise<MediaEvent | null> {
  const row = await loaders.media.load(payload.mediaId);
  return row && { cursor, occurredAt, kind: payload.kind, media: row };
}
