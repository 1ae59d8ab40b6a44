import { messageOf } from '@agora/platform/errors';
import { every, type Stoppable } from '@agora/platform/every';
import type { Logger } from '@agora/platform/logging';
import type { SubgraphLink } from './links/link.ts';

const PROBE_EVERY_MS = 1_000;

export interface Health extends Stoppable {
  /** Resolves once every subgraph was reached. */
  readonly ready: Promise<void>;
  /** Whether every subgraph was reached once, and what each one is now. */
  report(): { readonly ready: boolean; readonly subgraphs: Readonly<Record<string, 'up' | 'down'>> };
}

/** Asks each subgraph every second whether it answers. */
export function watchHealth(links: readonly SubgraphLink[], log: Logger): Health {
  const up = new Map(links.map(({ name }) => [name, false]));
  const neverReached = new Set(up.keys());
  const reached = Promise.withResolvers<void>();

  const probeAll = async () => {
    await Promise.all(links.map(probe));
    if (neverReached.size === 0) reached.resolve();
  };
  const probe = async (link: SubgraphLink) => {
    const reason = await whyDown(link);
    if (up.get(link.name) && reason !== null) log.warn({ subgraph: link.name, reason }, 'A subgraph was lost.');
    if (!up.get(link.name) && reason === null) log.info({ subgraph: link.name }, 'A subgraph was reached.');
    up.set(link.name, reason === null);
    if (reason === null) neverReached.delete(link.name);
  };

  const first = probeAll();
  const timer = every(PROBE_EVERY_MS, log, probeAll);
  return {
    ready: reached.promise,
    report: () => ({
      ready: neverReached.size === 0,
      subgraphs: Object.fromEntries([...up].map(([name, isUp]) => [name, isUp ? 'up' : 'down'])),
    }),
    async stop() {
      await timer.stop();
      await first;
    },
  };
}

async function whyDown(link: SubgraphLink): Promise<string | null> {
  try {
    const { errors } = await link.execute({ query: '{ __typename }', identity: { actor: null, ip: '' } });
    return errors?.[0]?.message ?? null;
  } catch (error) {
    return messageOf(error);
  }
}
