import type { SubgraphAnswer } from '@agora/executor';
import * as z from 'zod';
import { isRecord } from '../is-record.ts';

const FormattedError = z.object({
  message: z.string(),
  locations: z.array(z.object({ line: z.number(), column: z.number() })).optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

const Errors = z.array(FormattedError);

/** The answer in a text that a subgraph sent; throws when it is none. */
export function readAnswer(text: string): SubgraphAnswer {
  return { ...parseAnswer(JSON.parse(text)), escapeFree: !text.includes('\\'), bytes: text.length };
}

/** What a subgraph sent; throws when it is no GraphQL response. Only errors, which are rare, are looked at one by one. */
export function parseAnswer(json: unknown): SubgraphAnswer {
  if (!isRecord(json)) throw new TypeError('The answer is no GraphQL: it is no object.');
  const { data, errors, extensions } = json;
  if (data === undefined && errors == null) throw new TypeError('The answer is no GraphQL: it holds neither data nor errors.');
  if (data != null && !isRecord(data)) throw new TypeError('The answer is no GraphQL: its data is no object.');
  if (errors == null && extensions == null) return { data };
  return {
    ...(data !== undefined && { data }),
    ...(errors != null && { errors: Errors.parse(errors) }),
    ...(isRecord(extensions) && { extensions }),
  };
}

/** The errors with which a subgraph ended a stream; null when it is something else, for example a closed socket. */
export function parseErrors(ended: unknown): SubgraphAnswer['errors'] | null {
  return Errors.safeParse(ended).data ?? null;
}
