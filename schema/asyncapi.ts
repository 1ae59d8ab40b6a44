import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { JsonSchema } from './event-changes.ts';
import type { EventType } from './events/event.ts';
import { operatorEvents } from './events/operator.ts';
import { readSubgraphs } from './subgraphs.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Every event in `schema/events/` as an AsyncAPI 3 document. Who reacts to an event is what `reactions.ts` of each subgraph exports. */
export function asyncApi(named: readonly Named[]): string {
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Agora events',
      version: '1.0.0',
      description: 'What the services of the marketplace announce to each other: CloudEvents 1.0 in binary mode, JSON data.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topicsOf(named).map((topic) => [topic, channelOf(topic, named)])),
    operations: operationsOf(named),
    components: { messages: Object.fromEntries(named.map((one) => [one.event.type, messageOf(one)])) },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** An event, and who hears of it. */
export interface Named {
  readonly event: EventType;
  /** Subgraphs that react to it. */
  readonly consumers: readonly string[];
}

/** Every event, by its type. */
export async function readNamedEvents(): Promise<Named[]> {
  const [events, consumers] = await Promise.all([readEvents(), readConsumers()]);
  return events
    .map((event) => ({ event, consumers: consumers.get(event.type) ?? [] }))
    .sort((a, b) => (a.event.type < b.event.type ? -1 : 1));
}

async function readEvents(): Promise<EventType[]> {
  const services = (await readSubgraphs()).filter(({ name }) => name !== 'root');
  const events = services.flatMap(({ name }): EventType[] => Object.values(operatorEvents(name)));
  for (const file of await readdir(path.join(ROOT, 'schema/events'))) {
    const exported: Readonly<Record<string, unknown>> = await import(`./events/${file}`);
    events.push(...Object.values(exported).filter(isEvent));
  }
  return events;
}

function isEvent(value: unknown): value is EventType {
  return typeof value === 'object' && value !== null && 'type' in value && 'topic' in value && 'keyOf' in value;
}

const Reacting = z.object({ reactions: z.array(z.object({ type: z.string() })) });

/** The subgraphs that react to each event, by the type of the event. */
async function readConsumers(): Promise<Map<string, string[]>> {
  const consumers = new Map<string, string[]>();
  for (const { name } of (await readSubgraphs()).filter(({ name }) => name !== 'root')) {
    const { reactions } = Reacting.parse(await import(`../subgraphs/${name}/src/reactions.ts`));
    for (const type of new Set(reactions.map((reaction) => reaction.type))) consumers.set(type, [...(consumers.get(type) ?? []), name]);
  }
  return consumers;
}

/** What a subgraph keeps of others' events. */
export interface NamedProjection {
  readonly subgraph: string;
  readonly name: string;
  readonly description: string;
  /** Of the events that it is made of. */
  readonly types: readonly string[];
}

const Keeping = z.object({
  projections: z
    .array(z.object({ name: z.string(), description: z.string(), reactions: z.array(z.object({ type: z.string() })) }))
    .default([]),
});

/** Every projection, as `reactions.ts` of the subgraphs export them, by its name. */
export async function readProjections(): Promise<NamedProjection[]> {
  const found: NamedProjection[] = [];
  for (const { name: subgraph } of (await readSubgraphs()).filter(({ name }) => name !== 'root')) {
    const { projections } = Keeping.parse(await import(`../subgraphs/${subgraph}/src/reactions.ts`));
    found.push(
      ...projections.map(({ name, description, reactions }) => ({
        subgraph,
        name,
        description,
        types: [...new Set(reactions.map(({ type }) => type))],
      })),
    );
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function topicsOf(named: readonly Named[]): string[] {
  return [...new Set(named.map(({ event }) => event.topic))];
}

function channelOf(topic: string, named: readonly Named[]) {
  const types = named.filter(({ event }) => event.topic === topic).map(({ event }) => event.type);
  return { address: topic, messages: Object.fromEntries(types.map((type) => [type, { $ref: `#/components/messages/${type}` }])) };
}

/** What each service sends to its own topic, and receives from each of the others. */
function operationsOf(named: readonly Named[]) {
  const operations = new Map<string, { action: 'send' | 'receive'; channel: { $ref: string }; messages: { $ref: string }[] }>();
  const add = (action: 'send' | 'receive', service: string, { type, topic }: EventType) => {
    const name = action === 'send' ? `${service}.send` : `${service}.receive.${topic}`;
    const operation = operations.get(name) ?? { action, channel: { $ref: `#/channels/${topic}` }, messages: [] };
    operation.messages.push({ $ref: `#/channels/${topic}/messages/${type}` });
    operations.set(name, operation);
  };
  for (const { event, consumers } of named) {
    add('send', event.owner, event);
    for (const consumer of consumers) add('receive', consumer, event);
  }
  return Object.fromEntries([...operations].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function messageOf({ event, consumers }: Named) {
  return {
    name: event.type,
    summary: event.description,
    contentType: 'application/json',
    payload: {
      schemaFormat: 'application/schema+json;version=draft-07',
      schema: jsonSchemaOf(event),
    },
    'x-owner': event.owner,
    'x-topic': event.topic,
    'x-consumers': consumers,
  };
}

/** The shape of its data, as it is published. */
export function jsonSchemaOf({ data }: EventType): JsonSchema {
  return z.toJSONSchema(data, { io: 'input', target: 'draft-7' });
}
