import { Refusal } from '@agora/platform/errors';
import { checked } from '@agora/platform/input';
import * as z from 'zod';

const MarkReadInput = z.object({
  ids: z.array(z.string()).max(1_000, 'Give at most 1000 ids, or all.').nullish(),
  all: z.boolean().nullish(),
});

/** Which notifications are meant. Naming none and not all is refused. */
export function whichOf(input: unknown): readonly string[] | 'all' {
  const { ids, all } = checked(MarkReadInput, input);
  if (all) return 'all';
  if (!ids?.length) throw new Refusal('REQUIRED', 'Say which notifications, or all.', ['ids']);
  return ids;
}
