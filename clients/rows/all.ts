import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually } from '@agora/platform/testing/eventually';
import { EXAMPLES, runScript } from '../examples.ts';
import type { Marketplace } from '../marketplace.ts';
import type { Program } from '../program.ts';
import { PYTHON_PACKAGES } from '../python.ts';
import type { Row } from '../table.ts';
import { asksByHash, introspects } from './asking.ts';
import { inBrowser } from './in-browser.ts';
import { inTerminal } from './in-terminal.ts';

export function rowsInBrowser(market: Marketplace, browser: Browser): Promise<Row>[] {
  const inPage = (client: string, example: string, cells: Parameters<typeof inBrowser>[0]['cells']) =>
    inBrowser({ client, example, market, browser, cells });
  return [
    inPage('Apollo Client 4', 'apollo-client', { introspection: introspects(browser, 'apollo-client') }),
    inPage('urql 4, core 5', 'urql-4', { introspection: introspects(browser, 'urql-4', 'urql') }),
    inPage('urql 5, core 6', 'urql', { introspection: introspects(browser, 'urql') }),
    inBrowser({
      client: 'urql 5, cookies',
      example: 'urql-cookies',
      market,
      browser,
      hasCookies: true,
      cells: { introspection: introspects(browser, 'urql-cookies') },
    }),
    inPage('Relay 21', 'relay', { introspection: () => compileRelay(market) }),
    inPage('graphql-ws 6', 'graphql-ws', {
      introspection: introspects(browser, 'graphql-ws'),
      GET: 'All that graphql-ws sends goes over its WebSocket.',
      'persisted queries': asksByHash(browser, 'graphql-ws'),
    }),
  ];
}

/** Relay's compiler takes the schema as the marketplace publishes it. */
async function compileRelay({ url }: Marketplace): Promise<void> {
  const response = await fetch(new URL('/schema.graphql', url));
  assert.equal(response.status, 200);
  await writeFile(path.join(EXAMPLES, 'relay/schema.graphql'), await response.text());
  await runScript('relay', 'build');
}

/** What makes documents leaves sending them to somebody else's client, here to `fetch`. */
const SENT_BY_ANOTHER = 'It makes typed documents; they are sent by any of the other clients.';

export function rowsOfTypedDocuments(market: Marketplace): Promise<Row>[] {
  const typed = (client: string, example: string, manifest: string) =>
    inTerminal({
      client,
      market,
      command: [process.execPath, path.join(EXAMPLES, example, 'src/agora.ts')],
      cells: (start) => ({
        introspection: () => runScript(example, 'generate', { AGORA_URL: market.url }),
        GET: SENT_BY_ANOTHER,
        'persisted queries': () => asksById(market, start, path.join(EXAMPLES, example, manifest)),
        live: SENT_BY_ANOTHER,
        restart: SENT_BY_ANOTHER,
        'token expiry': SENT_BY_ANOTHER,
        refresh: SENT_BY_ANOTHER,
      }),
    });
  return [
    typed('codegen client preset', 'codegen-client-preset', 'src/gql/persisted-documents.json'),
    typed('gql.tada', 'gql-tada', 'persisted-documents.json'),
  ];
}

/** The manifest is taken within a moment. */
async function asksById(market: Marketplace, start: (...args: string[]) => Program, manifest: string): Promise<void> {
  market.trust(JSON.parse(await readFile(manifest, 'utf8')));
  await eventually(async () => {
    const [, ...names] = await start('products', '--by-id').finished();
    assert.deepEqual(names, await market.productNames());
    return true;
  });
}

export function rowOfPython(market: Marketplace): Promise<Row> {
  return inTerminal({
    client: 'Python gql 4',
    market,
    command: ['python3', path.join(EXAMPLES, 'python-gql/agora.py')],
    env: { PYTHONPATH: PYTHON_PACKAGES },
    cells: () => ({
      GET: 'gql sends every operation as the body of a POST.',
      'persisted queries': 'gql always sends the text of a document.',
    }),
  });
}

export function rowOfCurl(market: Marketplace): Promise<Row> {
  const script = path.join(EXAMPLES, 'curl/agora.bash');
  return inTerminal({
    client: 'curl',
    market,
    // -x: says each command that it runs.
    command: ['bash', '-x', script],
    cells: (start) => ({
      GET: async () => assert.ok((await readsOf(start)).length > 0),
      'persisted queries': async () => {
        const reads = await readsOf(start);
        assert.ok(
          reads.every((command) => command.includes('sha256Hash') && !command.includes('query=')),
          reads.join('\n'),
        );
      },
    }),
  });
}

/** How curl is called for the pages of the list. */
async function readsOf(start: (...args: string[]) => Program): Promise<readonly string[]> {
  const program = start('products');
  await program.finished();
  return program.complaints.split('\n').filter((line) => /^\++ curl .*--get/.test(line));
}
