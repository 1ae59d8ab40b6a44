import { searchText, term } from '@agora/platform/input/input';
import * as z from 'zod';

/** `SkillFilterInput` of the graph, checked. */
export const SkillFilter = z.object({
  query: searchText(100).nullish(),
  keys: z.array(term(60)).max(100).nullish(),
});
export type SkillFilter = z.output<typeof SkillFilter>;
