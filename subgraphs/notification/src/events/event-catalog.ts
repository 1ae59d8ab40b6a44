import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const DOCUMENT = new URL('../../../../schema/asyncapi.json', import.meta.url);

/** An event that a service announces, and who reacts to it. */
export interface EventDefinition {
  /** Without its version. */
  readonly name: string;
  readonly version: number;
  /** When it is announced, in a sentence. */
  readonly description: string;
  readonly topic: string;
  readonly owner: string;
  readonly consumers: readonly string[];
  /** JSON Schema. */
  readonly jsonSchema: string;
  readonly isDeprecated: boolean;
}

const Message = z.object({
  name: z.string(),
  summary: z.string(),
  payload: z.object({ schema: z.looseObject({ deprecated: z.boolean().default(false) }) }),
  'x-topic': z.string(),
  'x-owner': z.string(),
  'x-consumers': z.array(z.string()),
});

const Document = z.object({ components: z.object({ messages: z.record(z.string(), Message) }) });

/** Every event of the marketplace, by name, as the published AsyncAPI document says it. */
export async function readEventCatalog(): Promise<EventDefinition[]> {
  const { components } = Document.parse(JSON.parse(await readFile(DOCUMENT, 'utf8')));
  return Object.values(components.messages).map(({ name: type, summary: description, payload: { schema }, ...message }) => {
    const [, name = type, version = '1'] = /^(.+)\.v(\d+)$/.exec(type) ?? [];
    const { deprecated, ...jsonSchema } = schema;
    return {
      name,
      version: Number(version),
      description,
      topic: message['x-topic'],
      owner: message['x-owner'],
      consumers: message['x-consumers'],
      jsonSchema: JSON.stringify(jsonSchema),
      isDeprecated: deprecated,
    };
  });
}
