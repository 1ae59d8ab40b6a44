import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { breakingEventChanges } from './event-changes.ts';

const Document = z
  .object({
    components: z.object({
      messages: z.record(z.string(), z.object({ payload: z.object({ schema: z.record(z.string(), z.unknown()) }) })),
    }),
  })
  .transform(({ components }) => new Map(Object.entries(components.messages).map(([type, { payload }]) => [type, payload.schema])));

/** Compares every event with the last release: one that a consumer could stumble over ends with exit code 1. */
const read = async (file: string) => Document.parse(JSON.parse(await readFile(file, 'utf8')));
const [released, now] = await Promise.all(['schema/released/asyncapi.json', 'schema/asyncapi.json'].map(read));
if (!released?.size || !now?.size) throw new Error('There are no events to compare.');

const breaking = [...released].flatMap(([type, before]) => {
  const after = now.get(type);
  return after ? breakingEventChanges(type, before, after) : [`${type} is gone.`];
});
console.log(`${now.size} events, ${breaking.length} breaking changes since the last release.`);
for (const problem of breaking) console.error(problem);
process.exitCode = breaking.length > 0 ? 1 : 0;
