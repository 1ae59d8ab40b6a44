import { messageOf } from '@agora/platform/errors';
import { parse } from 'graphql';
import * as z from 'zod';

/** The text of each document that clients may ask for, by its id. */
export type Manifest = ReadonlyMap<string, string>;

/** What @apollo/generate-persisted-query-manifest writes. */
const Apollos = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string() })),
});

/** What the client preset of the GraphQL Code Generator writes, and gql.tada. */
const ByHash = z.record(z.string().min(1), z.string());

/** Throws an `Error` that says what is wrong with it. */
export function readManifest(text: string): Manifest {
  const json: unknown = JSON.parse(text);
  const isApollos = typeof json === 'object' && json !== null && 'format' in json;
  const documents = isApollos
    ? Apollos.parse(json).operations.map(({ id, body }): [string, string] => [id, body])
    : Object.entries(ByHash.parse(json));
  const manifest = new Map(documents.map(([id, text]) => [bareId(id), text]));
  for (const [id, document] of manifest) mustParse(id, document);
  return manifest;
}

/** A hash may be written with the name of its algorithm, in a manifest and in a request. */
export function bareId(id: string): string {
  return id.replace(/^sha256:/, '');
}

function mustParse(id: string, document: string): void {
  try {
    parse(document, { noLocation: true });
  } catch (error) {
    throw new Error(`The document "${id}" does not parse: ${messageOf(error)}`, { cause: error });
  }
}
