import { line } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { sentences } from './sentences.ts';

const KEY = /^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])$/;
const MAX_NAMES = 30;

const Names = z
  .array(z.object({ locale: z.string(), text: line(80) }))
  .min(1)
  .max(MAX_NAMES)
  .refine((names) => new Set(names.map(({ locale }) => locale)).size === names.length, said(sentences.languageTwice));

export const SkillCreateInput = z.object({ key: z.string().refine((key) => KEY.test(key), said(sentences.noKey)), names: Names });

export const SkillUpdateInput = z.object({ skillId: z.string(), names: Names });
