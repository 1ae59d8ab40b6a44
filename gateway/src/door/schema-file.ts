import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from '@agora/platform/http-messages';
import { type GraphQLSchema, printSchema } from 'graphql';

export const SCHEMA_FILE = '/schema.graphql';

/** What clients may ask for, as SDL: for their code generators, and for editors. */
export class SchemaFile {
  readonly #schema: GraphQLSchema;
  #made: { readonly text: string; readonly etag: string } | undefined;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** 304 to whoever has it already. */
  send(request: IncomingMessage, response: ServerResponse): void {
    const { text, etag } = (this.#made ??= make(this.#schema));
    response.setHeader('etag', etag).setHeader('cache-control', 'no-cache');
    if (isAmong(etag, request.headers['if-none-match'])) response.writeHead(304).end();
    else sendText(response, 200, 'text/plain; charset=utf-8', text);
  }
}

function make(schema: GraphQLSchema) {
  const text = `${printSchema(schema)}\n`;
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
}

/** Proxies that compress an answer make its tag a weak one. */
function isAmong(etag: string, tags = ''): boolean {
  return tags.split(',').some((tag) => [etag, `W/${etag}`, '*'].includes(tag.trim()));
}
