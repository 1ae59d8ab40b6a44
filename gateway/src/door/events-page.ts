import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { sendFresh } from './fresh.ts';
import { escaped, plainPage } from './plain-page.ts';

const PAGE = '/events';
const FILE = '/asyncapi.json';
const DOCUMENT = new URL('../../../schema/asyncapi.json', import.meta.url);

/** Nothing runs in the page, and nothing is loaded for it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'";

const Property = z.looseObject({ type: z.union([z.string(), z.array(z.string())]).optional(), description: z.string().optional() });
const Message = z.object({
  name: z.string(),
  summary: z.string(),
  payload: z.object({
    schema: z.looseObject({ properties: z.record(z.string(), Property).default({}), required: z.array(z.string()).default([]) }),
  }),
  'x-owner': z.string(),
  'x-topic': z.string(),
  'x-consumers': z.array(z.string()),
});
type Message = z.output<typeof Message>;

const Document = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  components: z.object({ messages: z.record(z.string(), Message) }),
});

/** Every event of the marketplace, with who announces it and who reacts: for programs as AsyncAPI 3, and as a page for people. */
export class EventsPage {
  readonly #file: string;
  #page: string | undefined;

  private constructor(file: string) {
    this.#file = file;
  }

  static async open(): Promise<EventsPage> {
    return new EventsPage(await readFile(DOCUMENT, 'utf8'));
  }

  static has(pathname: string): boolean {
    return pathname === PAGE || pathname === FILE;
  }

  send(request: IncomingMessage, response: ServerResponse, pathname: string): void {
    if (pathname === FILE) return sendFresh(request, response, 'application/json; charset=utf-8', this.#file);
    response.setHeader('content-security-policy', POLICY).setHeader('referrer-policy', 'no-referrer');
    sendFresh(request, response, 'text/html; charset=utf-8', (this.#page ??= pageOf(this.#file)));
  }
}

function pageOf(file: string): string {
  const { info, components } = Document.parse(JSON.parse(file));
  const byTopic = [...Map.groupBy(Object.values(components.messages), (message) => message['x-topic'])];
  const index = byTopic.map(([topic, messages]) => `<li><a href="#${escaped(topic)}">${escaped(topic)}</a>: ${messages.length}</li>`);
  return plainPage(
    info.title,
    `<p>${escaped(info.description)} For programs: <a href="${FILE}">${FILE.slice(1)}</a>, AsyncAPI 3.</p>
<ul>${index.join('\n')}</ul>
${byTopic.map(([topic, messages]) => `<h2 id="${escaped(topic)}">${escaped(topic)}</h2>\n${messages.map(sectionOf).join('\n')}`).join('\n')}`,
  );
}

function sectionOf({ name, summary, payload: { schema }, 'x-owner': owner, 'x-consumers': consumers }: Message): string {
  const rows = Object.entries(schema.properties).map(
    ([field, { type, description = '' }]) =>
      `<tr><td><code>${escaped(field)}</code>${schema.required.includes(field) ? '' : ', may be absent'}</td><td>${escaped(typeText(type))}</td><td>${escaped(description)}</td></tr>`,
  );
  return `<h3 id="${escaped(name)}"><code>${escaped(name)}</code></h3>
<p>${escaped(summary)}</p>
<p>Announced by ${escaped(owner)}. ${consumers.length === 0 ? 'Nobody reacts to it.' : `Reacted to by ${escaped(consumers.join(', '))}.`}</p>
<table><tr><th>Field</th><th>Type</th><th></th></tr>${rows.join('\n')}</table>
<details><summary>As JSON Schema</summary><pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`;
}

function typeText(type: string | readonly string[] | undefined): string {
  return [type ?? 'one of several'].flat().join(' or ');
}
