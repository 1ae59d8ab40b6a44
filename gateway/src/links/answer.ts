import * as z from 'zod';
import type { Answer } from './link.ts';

const FormattedError = z.object({
  message: z.string(),
  locations: z.array(z.object({ line: z.number(), column: z.number() })).optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

const GraphQLAnswer = z
  .object({
    data: z.record(z.string(), z.unknown()).nullish(),
    errors: z.array(FormattedError).nullish(),
    extensions: z.record(z.string(), z.unknown()).nullish(),
  })
  .refine(({ data, errors }) => data !== undefined || errors, 'holds neither data nor errors')
  .transform(({ data, errors, extensions }): Answer => ({
    ...(data !== undefined && { data }),
    ...(errors && { errors }),
    ...(extensions && { extensions }),
  }));

const Errors = z.array(FormattedError);

/** What a subgraph sent; throws when it is no GraphQL response. */
export function parseAnswer(json: unknown): Answer {
  return GraphQLAnswer.parse(json);
}

/** The errors with which a subgraph ended a stream; null when it is something else, for example a closed socket. */
export function parseErrors(ended: unknown): Answer['errors'] | null {
  return Errors.safeParse(ended).data ?? null;
}
