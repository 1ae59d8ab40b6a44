import { TimeRange } from '@agora/platform/reading/time-range';
import * as z from 'zod';
import { MEDIA_STATUSES } from '../model/media.ts';
import { MEDIA_KINDS, MEDIA_PURPOSES } from '../model/purposes.ts';

/** Which files; ANDed. */
export const MediaFilter = z.object({
  kinds: z.array(z.enum(MEDIA_KINDS)).nullish(),
  purposes: z.array(z.enum(MEDIA_PURPOSES)).nullish(),
  statuses: z.array(z.enum(MEDIA_STATUSES)).nullish(),
  createdAt: TimeRange.nullish(),
});
export type MediaFilter = z.output<typeof MediaFilter>;
