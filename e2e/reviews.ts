import * as z from 'zod';
import { data, type Door } from './client.ts';
import type { Person } from './shop.ts';

const Written = z.object({ review: z.object({ id: z.string() }), userErrors: z.array(z.unknown()).length(0) });

/** Writes a review, or changes the one that `input` names; answers its id. */
export async function postReview(door: Door, author: Person, input: object): Promise<string> {
  const verb = 'reviewId' in input ? 'Update' : 'Create';
  const { written } = await data(
    door,
    { written: Written },
    `mutation ($input: Review${verb}Input!) { written: review${verb}(input: $input) { review { id } userErrors { code message field } } }`,
    { input },
    author,
  );
  return written.review.id;
}
