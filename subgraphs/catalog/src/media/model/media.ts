import { newRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { kindOf, MEDIA_KINDS, MEDIA_PURPOSES, type MediaPurpose } from './purposes.ts';

export const MEDIA_STATUSES = ['AWAITING_UPLOAD', 'PROCESSING', 'READY', 'REJECTED'] as const;
export const REJECTIONS = ['TYPE_MISMATCH', 'TOO_LARGE', 'DAMAGED', 'UNSAFE'] as const;
export type Rejection = (typeof REJECTIONS)[number];

const UPLOAD_MS = 3_600_000;
/** How long nothing is heard of a process that looks at a file before another one tries. */
export const CLAIM_MS = 60_000;
/** What could not be looked at is tried again after so long. */
const AGAIN_MS = 10_000;
/** A file that ends the process each time is not tried for ever. */
const MAX_ATTEMPTS = 3;

/** What a file shows, by language tag. */
export type AltTexts = Readonly<Record<string, string>>;

/** What was found in the bytes. */
export interface Found {
  readonly byteSize: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbhash: string | null;
  /** Of a video. */
  readonly durationMs: number | null;
}

/** Of a file that is no picture, and into which nothing looks. */
export const NOTHING_TO_SEE: Omit<Found, 'byteSize'> = { width: null, height: null, thumbhash: null, durationMs: null };

const MediaSchema = defineEntity({
  name: 'Media',
  properties: {
    ...impersonal({ id: p.text().primary(), purpose: p.enum(MEDIA_PURPOSES), kind: p.enum(MEDIA_KINDS), status: p.enum(MEDIA_STATUSES) }),
    ...personal('ownerId', {
      ownerId: p.text(),
      rejection: p.enum(REJECTIONS).nullable(),
      filename: p.text(),
      contentType: p.text(),
      byteSize: p.bigint('number'),
      width: p.integer().nullable(),
      height: p.integer().nullable(),
      /** Of a picture, or of the still of a video: null where there is none. */
      thumbhash: p.text().nullable(),
      durationMs: p.integer().nullable(),
      altTexts: p.json<AltTexts>(),
      focalX: p.double().$type<number>().nullable(),
      focalY: p.double().$type<number>().nullable(),
      createdAt: p.datetime(3),
    }),
    ...impersonal({
      uploadEndsAt: p.datetime(3),
      /** Null while something shows it. */
      unusedSince: p.datetime(3).nullable(),
      /** Until when one process looks at it, so that no other does. */
      claimedUntil: p.datetime(3).nullable(),
      attempts: p.integer(),
    }),
  },
  indexes: [
    { properties: ['ownerId', 'createdAt', 'id'] },
    { name: 'media_processing', properties: ['createdAt'], where: "status = 'PROCESSING'" },
    { name: 'media_unused', properties: ['unusedSince'], where: 'unused_since is not null' },
  ],
});

export interface NewMedia {
  readonly id: string;
  readonly ownerId: string;
  readonly purpose: MediaPurpose;
  readonly filename: string;
  readonly contentType: string;
  readonly byteSize: number;
  readonly altTexts: AltTexts;
}

/** A file that somebody uploads: first its bytes are awaited, then looked at, then it can be shown or was turned down. */
export class Media extends MediaSchema.class {
  static awaited(given: NewMedia, now: Date): Media {
    return newRow(Media, {
      ...given,
      kind: kindOf(given.contentType),
      status: 'AWAITING_UPLOAD',
      rejection: null,
      width: null,
      height: null,
      thumbhash: null,
      durationMs: null,
      focalX: null,
      focalY: null,
      createdAt: now,
      uploadEndsAt: new Date(now.getTime() + UPLOAD_MS),
      unusedSince: now,
      claimedUntil: null,
      attempts: 0,
    });
  }

  uploaded(): void {
    if (this.status === 'AWAITING_UPLOAD') this.status = 'PROCESSING';
  }

  /** Begins to look at it; false where that was tried too often. */
  claim(now: Date): boolean {
    if (this.attempts >= MAX_ATTEMPTS) return false;
    this.attempts += 1;
    this.claimedUntil = new Date(now.getTime() + CLAIM_MS);
    return true;
  }

  /** It could not be looked at: others come first. An attempt that was not its own fault does not count. */
  letGo(isItsFault: boolean, now: Date): void {
    if (!isItsFault) this.attempts -= 1;
    this.claimedUntil = new Date(now.getTime() + AGAIN_MS);
  }

  /** False where it is not being looked at any more. */
  accept(found: Found): boolean {
    if (this.status !== 'PROCESSING') return false;
    Object.assign(this, found, { status: 'READY', claimedUntil: null });
    return true;
  }

  /** False where it is not being looked at any more. */
  reject(rejection: Rejection): boolean {
    if (this.status !== 'PROCESSING') return false;
    Object.assign(this, { rejection, status: 'REJECTED', claimedUntil: null });
    return true;
  }
}
MediaSchema.setClass(Media);
