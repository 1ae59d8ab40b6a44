import type { IncomingMessage, ServerResponse } from 'node:http';
import { type GraphQLSchema, printSchema } from 'graphql';
import { sendFresh } from './fresh.ts';

export const SCHEMA_FILE = '/schema.graphql';

/** What clients may ask for, as SDL: for their code generators, and for editors. */
export class SchemaFile {
  readonly #schema: GraphQLSchema;
  #text: string | undefined;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  send(request: IncomingMessage, response: ServerResponse): void {
    sendFresh(request, response, 'text/plain; charset=utf-8', (this.#text ??= `${printSchema(this.#schema)}\n`));
  }
}
