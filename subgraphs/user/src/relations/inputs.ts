import { text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { sentences } from './sentences.ts';

export const MuteInput = z.object({
  userId: z.string(),
  until: z
    .string()
    .transform((instant) => new Date(instant))
    .refine((instant) => instant > new Date(), said(sentences.untilPast))
    .nullish(),
});

export const NoteInput = z.object({
  userId: z.string(),
  note: z
    .string()
    .nullish()
    .transform((note) => (note?.trim() ? note : null))
    .pipe(text(2_000).nullable()),
});
