import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import type { Browser } from 'playwright-core';
import { buildAsking } from '../examples.ts';
import { serve } from '../serve.ts';
import type { Check } from '../table.ts';

type Ask = (text: string, extensions?: object) => Promise<unknown>;

declare global {
  /** Of the pages that `buildAsking` makes. */
  var ask: Ask;
}

/** The whole schema comes through the client of the example. */
export function introspects(browser: Browser, example: string, page = example): Check {
  return () =>
    asking(browser, example, page, async (ask) => {
      const answer = (await ask(getIntrospectionQuery())) as IntrospectionQuery;
      assert.ok(buildClientSchema(answer).getType('CartWarningCode'));
    });
}

/** On a socket the hash comes with an empty text, once the server knows it. */
export function asksByHash(browser: Browser, example: string): Check {
  const text = '{ categories(first: 1) { nodes { slug } } }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') } };
  return () =>
    asking(browser, example, example, async (ask) => {
      await assert.rejects(ask('', extensions));
      const answer = await ask(text, extensions);
      assert.deepEqual(await ask('', extensions), answer);
    });
}

/** Lets the client of an example ask, in the browser, what the example does not ask. */
async function asking(browser: Browser, example: string, page: string, work: (ask: Ask) => Promise<void>): Promise<void> {
  const site = await serve(await buildAsking(example, page));
  const tab = await browser.newPage();
  try {
    await tab.goto(site.url);
    await tab.waitForFunction(() => 'ask' in globalThis);
    await work((text, extensions) => tab.evaluate(([asked, extra]) => globalThis.ask(asked, extra), [text, extensions] as const));
  } finally {
    await tab.close();
    await site.close();
  }
}
