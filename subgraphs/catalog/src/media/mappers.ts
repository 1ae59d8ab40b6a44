import type { FeedEvent } from '@agora/platform/live/feed';
import type { Connection } from '@agora/platform/reading/connection';
import type { MediaSeen } from './feed.ts';
import type { Rejection } from './model/media.ts';
import type { MediaRow } from './reads/media.ts';

export type Media = MediaRow;
export type MediaConnection = Connection<MediaRow>;
/** Its code. */
export type MediaRejection = Rejection;
export type MediaEvent = Pick<FeedEvent<MediaSeen>, 'cursor' | 'occurredAt'> & Pick<MediaSeen, 'kind'> & { readonly media: MediaRow };

/** Stored for repeats of the same request: the id only. */
export interface MediaUploadCreatePayload {
  readonly mediaId?: string;
}

/** Stored for repeats of the same request: the id only. */
export interface MediaUploadCompletePayload {
  readonly mediaId?: string;
}

/** Stored for repeats of the same request: the id only. */
export interface MediaUpdatePayload {
  readonly mediaId?: string;
}

/** Stored for repeats of the same request: the id only. */
export interface MediaDeletePayload {
  readonly deletedMediaId?: string;
}
