import type { Stoppable } from '@agora/platform/service/every';
import { SecondsHistogram } from '@agora/platform/observe/seconds-histogram';
import { Counter, Gauge } from 'prom-client';

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const operationSeconds = new SecondsHistogram({
  name: 'agora_gateway_operation_seconds',
  help: 'Time from an operation at the door to its answer.',
  labels: ['type', 'outcome'],
  buckets,
});

export const expressAnswers = new Counter({
  name: 'agora_gateway_express_answers_total',
  help: 'Operations that were answered by the express lane, past Apollo Server.',
});

export const learnedDocuments = new Counter({
  name: 'agora_gateway_documents_learned_total',
  help: 'Documents that were not remembered and had to be parsed, valid or not.',
});

export const unknownDocuments = new Counter({
  name: 'agora_gateway_unknown_documents_total',
  help: 'Documents that were parsed and are not in the manifest of trusted ones, where there is one.',
});

/** What remembers documents of clients, or what was made of them. */
interface DocumentCache {
  readonly held: { readonly entries: number; readonly bytes: number };
}

const documentCaches = new Map<object, () => Readonly<Record<string, DocumentCache>>>();

new Gauge({
  name: 'agora_gateway_document_cache_bytes',
  help: 'Memory that what is remembered of documents takes, about; bounded by DOCUMENT_CACHE_BYTES.',
  labelNames: ['cache'],
  collect() {
    setToHeld(this, 'bytes');
  },
});

new Gauge({
  name: 'agora_gateway_document_cache_entries',
  help: 'Documents, plans and persisted queries that are remembered.',
  labelNames: ['cache'],
  collect() {
    setToHeld(this, 'entries');
  },
});

/** Counts the caches, by name, in the metrics until it is stopped. */
export function showCaches(caches: () => Readonly<Record<string, DocumentCache>>): Stoppable {
  const key = {};
  documentCaches.set(key, caches);
  return { stop: async () => void documentCaches.delete(key) };
}

function setToHeld(gauge: Gauge<'cache'>, what: 'entries' | 'bytes'): void {
  gauge.reset();
  for (const caches of documentCaches.values()) {
    for (const [cache, { held }] of Object.entries(caches())) gauge.inc({ cache }, held[what]);
  }
}

export const subgraphSeconds = new SecondsHistogram({
  name: 'agora_gateway_subgraph_seconds',
  help: 'Time a subgraph took to answer the gateway.',
  labels: ['subgraph'],
  buckets,
});

export const reopenedLinks = new Counter({
  name: 'agora_gateway_links_reopened_total',
  help: 'Ways to a subgraph that were opened anew because it answered its health and nothing else.',
  labelNames: ['subgraph'],
});

const amounts = new Map<string, { amount: number }>();

new Gauge({
  name: 'agora_gateway_held',
  help: 'What clients hold of the gateway at the moment.',
  labelNames: ['what'],
  collect() {
    for (const [what, { amount }] of amounts) this.set({ what }, amount);
  },
});

/** How much of one thing clients hold, for its holders to count; a gauge of its own would cost each request four updates. */
export function heldOf(what: string): { amount: number } {
  const known = amounts.get(what) ?? { amount: 0 };
  amounts.set(what, known);
  return known;
}

export const refused = new Counter({
  name: 'agora_gateway_refused_total',
  help: 'Refusals because clients held as much as they may.',
  labelNames: ['what'],
});

export const slowConnections = new Counter({
  name: 'agora_gateway_slow_connections_total',
  help: 'Connections that were closed because too much waited in them.',
});

export const openSockets = new Gauge({ name: 'agora_gateway_sockets', help: 'WebSockets of clients.' });

export const openSubscriptions = new Gauge({
  name: 'agora_gateway_subscriptions',
  help: 'Live operations of clients, each from when its subgraph has begun it.',
});

export const deliveredEvents = new Counter({
  name: 'agora_gateway_live_events_total',
  help: 'Events that were completed from the other subgraphs and handed to clients.',
});

export const overflowedStreams = new Counter({
  name: 'agora_gateway_live_overflows_total',
  help: 'Streams that were ended because their reader fell behind, and taken up again from its cursor.',
  labelNames: ['subgraph'],
});

export const resumedSubscriptions = new Counter({
  name: 'agora_gateway_live_resumed_total',
  help: 'Streams that were taken up again from their last cursor after a subgraph was lost.',
  labelNames: ['subgraph'],
});
