import { Counter, Gauge, Histogram, register } from 'prom-client';
import * as z from 'zod';
import type { Logger } from './logging.ts';
import { SecondsHistogram } from './seconds-histogram.ts';

/** Metrics of everything in this process, in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export const metricsText = (): Promise<string> => register.metrics();
export const metricsContentType = register.contentType;

for (const { name, help, read } of [
  { name: 'process_resident_memory_bytes', help: 'Resident memory.', read: () => process.memoryUsage.rss() },
  { name: 'nodejs_heap_size_used_bytes', help: 'Memory of JavaScript that is used.', read: () => process.memoryUsage().heapUsed },
  { name: 'nodejs_external_memory_bytes', help: 'Memory of buffers and the like.', read: () => process.memoryUsage().external },
]) {
  new Gauge({
    name,
    help,
    collect() {
      this.set(read());
    },
  });
}

export const operationSeconds = new SecondsHistogram({
  name: 'agora_subgraph_operation_seconds',
  help: 'Time a subgraph took to answer an operation.',
  labels: ['service'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

export const operationCacheBytes = new Gauge({
  name: 'agora_subgraph_operation_cache_bytes',
  help: 'Memory that remembered operations take, about; bounded by OPERATION_CACHE_BYTES.',
  labelNames: ['service'],
});

export const readCacheReads = new Counter({
  name: 'agora_read_cache_reads_total',
  help: 'What was asked of the read cache: it was there (hit), somebody else was reading it (shared), or it was read (miss).',
  labelNames: ['service', 'kind', 'outcome'],
});

export const readCacheBytes = new Gauge({
  name: 'agora_read_cache_bytes',
  help: 'Memory of the process that the read cache takes, about; bounded by READ_CACHE_BYTES, 0 where it is in Redis.',
  labelNames: ['service'],
});

/** The service that a logger speaks for, as the label of its metrics. */
export function serviceOf(log: Logger): string {
  return z.string().catch('unknown').parse(log.bindings()['service']);
}

export const publishedEvents = new Counter({
  name: 'agora_events_published_total',
  help: 'Events that the bus took.',
  labelNames: ['service', 'topic'],
});

export const relayBacklog = new Gauge({
  name: 'agora_relay_backlog_events',
  help: 'Events that were announced and have not left for the bus.',
  labelNames: ['service'],
});

export const oldestUnpublished = new Gauge({
  name: 'agora_relay_oldest_event_seconds',
  help: 'How long ago the oldest event happened that was announced and has not left for the bus; 0 when there is none.',
  labelNames: ['service'],
});

export const deadLetters = new Gauge({
  name: 'agora_dead_letters',
  help: 'Events that were given up, on their way out or in, and wait for an operator.',
  labelNames: ['service'],
});

export const consumedEvents = new Counter({
  name: 'agora_events_consumed_total',
  help: 'Events that were applied.',
  labelNames: ['service', 'topic'],
});

export const parkedEvents = new Counter({
  name: 'agora_events_parked_total',
  help: 'Events that failed, or came behind one of their key that did, and wait for another attempt.',
  labelNames: ['service', 'topic'],
});

export const deadEvents = new Counter({
  name: 'agora_events_dead_total',
  help: 'Events that were given up and wait for an operator.',
  labelNames: ['service', 'topic'],
});

export const eventLatency = new Histogram({
  name: 'agora_event_latency_seconds',
  help: 'From the announcement of an event until it was applied.',
  labelNames: ['service', 'topic'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
});

export const feedFollowers = new Gauge({
  name: 'agora_feed_followers',
  help: 'Open streams of live feeds.',
  labelNames: ['service'],
});

export const refusedByBudget = new Counter({
  name: 'agora_budget_refusals_total',
  help: 'What was refused because its asker had spent a budget.',
  labelNames: ['budget'],
});
