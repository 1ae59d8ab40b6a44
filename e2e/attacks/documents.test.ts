import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { formsHere, type Agora, startAgora } from '../agora.ts';
import { residentBytes } from './memory.ts';
import { underAttack } from './under-attack.ts';

const MEGABYTE = 1_000_000;
/** A process's, in containers as small as Compose's; a whole marketplace in one process takes more. */
const HEAP_MB = { 'one process': 512, 'six processes and Kafka': 256 };

let agora: Agora;
beforeAll(async () => {
  const form = formsHere().at(-1) ?? 'one process';
  agora = await startAgora(form, { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB[form]}` });
});
afterAll(() => agora?.stop());

test('a hundred valid documents of a megabyte each take no more memory than documents may have', async () => {
  await underAttack(agora, async () => {
    for (let n = 0; n < 100; n++) await post(`{ product(slug: "${n} ${'ж'.repeat(0.45 * MEGABYTE)}") { name } }`);
    expect(await documentBytes()).toBeLessThanOrEqual(64 * 1024 * 1024);
  });
});

test('five hundred distinct documents leave a marketplace that answers, and its memory comes back', async () => {
  await post('{ products(first: 5) { nodes { name } } }');
  const before = await residentBytes(agora);
  await underAttack(agora, async () => {
    for (let n = 0; n < 500; n += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, m) => post(`{ products(first: 2) { nodes { a${n + m}: name seller { username } } } }`)),
      );
    }
    for (let n = 0; n < 60; n++) {
      const many = Array.from({ length: 25 }, (_, m) => `x${n}_${m}: product(slug: "x") { name seller { username } variants { sku } }`);
      await post(`{ ${many.join(' ')} }`);
    }
    expect(await documentBytes()).toBeLessThanOrEqual(64 * 1024 * 1024);
  });
  const grown = await eventually(async () => {
    const bytes = (await residentBytes(agora)) - before;
    return bytes < 250 * MEGABYTE ? { bytes } : undefined;
  });
  process.stdout.write(`  resident memory after the flood: ${Math.round(grown.bytes / MEGABYTE)} MB more than before\n`);
});

async function post(query: string): Promise<void> {
  const response = await fetch(`${agora.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(200);
  await response.arrayBuffer();
}

async function documentBytes(): Promise<number> {
  const metrics = await (await fetch(`${agora.url}/metrics`)).text();
  const found = [...metrics.matchAll(/^agora_gateway_document_cache_bytes\{cache="[^"]+"\} (\d+)$/gm)];
  expect(found).toHaveLength(3);
  return found.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
}
