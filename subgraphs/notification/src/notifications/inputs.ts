import { Refusal } from '@agora/platform/errors';
import { checked } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { sentences } from './sentences.ts';

const MAX_IDS = 1_000;

const MarkReadInput = z.object({
  ids: z
    .array(z.string())
    .refine((ids) => ids.length <= MAX_IDS, said(sentences.tooManyIds(MAX_IDS)))
    .nullish(),
  all: z.boolean().nullish(),
});

/**
 * Which notifications are meant.
 * @throws INVALID for too many ids; REQUIRED where there is neither an id nor `all`.
 */
export function whichOf(input: unknown): readonly string[] | 'all' {
  const { ids, all } = checked(MarkReadInput, input);
  if (all) return 'all';
  if (!ids?.length) throw new Refusal('REQUIRED', sentences.noneNamed, ['ids']);
  return ids;
}
