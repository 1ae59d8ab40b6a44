import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { ROOT } from '../repository.ts';

const Document = z.object({
  components: z.object({ messages: z.record(z.string(), z.object({ 'x-topic': z.string(), 'x-consumers': z.array(z.string()) })) }),
});

/** What a service listens to, as the published document of all events says it. */
export async function topicsOf(service: string): Promise<string[]> {
  const { components } = Document.parse(JSON.parse(await readFile(path.join(ROOT, 'schema/asyncapi.json'), 'utf8')));
  const heard = Object.values(components.messages).filter((message) => message['x-consumers'].includes(service));
  return [...new Set(heard.map((message) => message['x-topic']))];
}
