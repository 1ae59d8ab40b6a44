import { term } from '@agora/platform/input/input';
import * as z from 'zod';

/** `SkillFilterInput` of the graph, checked. */
export const SkillFilter = z.object({
  query: term(100)
    .transform((typed) => typed.trim())
    .nullish(),
  keys: z.array(term(60)).max(100).nullish(),
});
export type SkillFilter = z.output<typeof SkillFilter>;
