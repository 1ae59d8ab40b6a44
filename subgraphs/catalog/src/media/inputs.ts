import { line, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { MEDIA_PURPOSES } from './model/purposes.ts';
import { sentences } from './sentences.ts';

const MAX_LANGUAGES = 30;
const AltText = text(500);

export const MediaUploadCreateInput = z.object({
  purpose: z.enum(MEDIA_PURPOSES),
  filename: line(255),
  contentType: line(100),
  byteSize: z.int().min(1),
  altText: AltText.nullish(),
});

const AltTextList = z
  .array(z.object({ locale: z.string(), text: AltText }))
  .max(MAX_LANGUAGES)
  .refine((texts) => new Set(texts.map(({ locale }) => locale)).size === texts.length, said(sentences.languageTwice));

const Share = z.number().min(0).max(1);

export const MediaUpdateInput = z.object({
  mediaId: z.string(),
  altTexts: AltTextList.nullish(),
  focalPoint: z.object({ x: Share, y: Share }).nullish(),
});
