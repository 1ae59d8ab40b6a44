import { messageOf } from '@agora/platform/errors';
import { OperationTypeNode } from 'graphql';
import { every, type Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { traceparent } from '@agora/platform/observe/trace';
import { NOTHING_FORWARDED } from './door/forwarded-headers.ts';
import type { LinkCall, SubgraphLink } from './links/link.ts';
import { reopenedLinks } from './metrics.ts';

const PROBE_EVERY_MS = 1_000;

export interface Health extends Stoppable {
  /** Resolves once every subgraph was reached. */
  readonly ready: Promise<void>;
  report(): HealthReport;
}

export interface HealthReport {
  /** Whether every subgraph was reached once. */
  readonly ready: boolean;
  /** What each one is now. */
  readonly subgraphs: Readonly<Record<string, 'up' | 'down'>>;
  /** When the connections to a subgraph were last opened anew because it was silent; others are left out. */
  readonly reopened: Readonly<Record<string, string>>;
}

/** Asks each subgraph every second whether it answers, and opens its connections anew where no other request is answered either. */
export function watchHealth(links: readonly SubgraphLink[], log: Logger): Health {
  const up = new Map(links.map(({ name }) => [name, false]));
  const neverReached = new Set(up.keys());
  const reopened = new Map<string, string>();
  const reached = Promise.withResolvers<void>();

  let isFirst = true;
  const probeAll = async () => {
    await Promise.all(links.map(probe));
    isFirst = false;
    if (neverReached.size === 0) reached.resolve();
  };
  const probe = async (link: SubgraphLink) => {
    const reason = await whyDown(link);
    if (up.get(link.name) && reason !== null) log.warn({ subgraph: link.name, reason }, 'A subgraph was lost.');
    if (isFirst && reason !== null) log.warn({ subgraph: link.name, reason }, `The subgraph "${link.name}" does not answer yet.`);
    if (!up.get(link.name) && reason === null) log.info({ subgraph: link.name }, 'A subgraph was reached.');
    up.set(link.name, reason === null);
    if (reason !== null) return;
    neverReached.delete(link.name);
    if (!link.renewSilent()) return;
    reopened.set(link.name, new Date().toISOString());
    reopenedLinks.inc({ subgraph: link.name });
    log.warn({ subgraph: link.name }, 'A subgraph answered its health and nothing else; the way to it was opened anew.');
  };

  const first = probeAll();
  const timer = every(PROBE_EVERY_MS, log, probeAll);
  return {
    ready: reached.promise,
    report: () => ({
      ready: neverReached.size === 0,
      subgraphs: Object.fromEntries([...up].map(([name, isUp]) => [name, isUp ? 'up' : 'down'])),
      reopened: Object.fromEntries(reopened),
    }),
    async stop() {
      await timer.stop();
      await first;
    },
  };
}

const QUERY = '{ __typename }';
const BODY = JSON.stringify({ query: QUERY });

function probeCall(): LinkCall {
  const context = {
    identity: { actor: null, ip: '' },
    idempotencyKey: undefined,
    acceptLanguage: undefined,
    traceparent: traceparent(),
    forwarded: NOTHING_FORWARDED,
    cancellation: null,
  };
  return { type: OperationTypeNode.QUERY, query: QUERY, operationName: undefined, body: BODY, variables: {}, context };
}

/** A subgraph that answers anything at all was reached. */
async function whyDown(link: SubgraphLink): Promise<string | null> {
  try {
    await link.probe(probeCall());
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
