import type { Consumer } from '../events/consumer.ts';
import type { Bus, Since } from '../transport/bus.ts';
import { CannotReplay, type ReplayControl, sinceThen } from './control.ts';

export interface RedeliverOptions extends ReplayControl {
  readonly bus: Pick<Bus, 'history'>;
  readonly group: string;
  readonly consumer: Pick<Consumer, 'apply' | 'countNew'>;
  readonly topics: readonly string[];
  readonly since: Since;
  /** Count what would be applied, and apply nothing. */
  readonly isDryRun: boolean;
}

/**
 * Hands events to their group again, up to where it stands: what it has applied before changes nothing, and what it has missed, because it passed
 * by it before it had a reaction to it, is made up for, with all that follows from it. What fails is parked. What the group missed keeps its
 * order, and comes after whatever of the same key it has applied before.
 */
export async function redeliver(options: RedeliverOptions): Promise<void> {
  const { bus, group, consumer, topics, since, isDryRun, onProgress, goOn } = options;
  const history = await bus.history(topics, since);
  try {
    if (!history.isWhole) throw new CannotReplay();
    const total = await history.left();
    const so = { read: 0, applied: 0 };
    onProgress({ total, ...so });
    for await (const batch of history.read({ group })) {
      goOn();
      const wanted = batch.filter(sinceThen(since));
      so.applied += await (isDryRun ? consumer.countNew(wanted) : consumer.apply(wanted));
      so.read += batch.length;
      onProgress({ total: Math.max(total, so.read), ...so });
    }
    // What came behind the place of the group is delivered anyway.
    onProgress({ total: so.read, ...so });
  } finally {
    await history.stop();
  }
}
