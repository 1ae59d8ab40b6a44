import { HOUR_MS } from '@agora/platform/durations';
import { defineService } from '@agora/platform/service/define-service';
import { runAsProgram } from '@agora/platform/service/run';
import { resolvers } from './graph/resolvers.ts';
import type { Context } from './context.ts';
import { loadDemo } from './demo/load.ts';
import { entities } from './entities.ts';
import { createRateLimits } from './rate-limits.ts';
import { projections, reactions } from './reactions.ts';
import { forgetEnded } from '@agora/platform/relations/note-aversion';
import { openLoaders } from './reads.ts';

/** What an operator has filled again from events. */
export const replayed = { entities, projections };

export const start = defineService<Context>({
  name: 'forum',
  entities,
  insides: ({ database, cursors, feeds, budgets }) => {
    const limits = createRateLimits(budgets);
    return {
      resolvers,
      context: (base) => ({ ...base, feeds, limits, loaders: openLoaders({ ...base, cursors }) }),
      reactions,
      projections,
      timers: [{ everyMs: HOUR_MS, work: () => forgetEnded(database.fork()) }],
      demo: () => loadDemo(database.fork()),
    };
  },
});

runAsProgram(import.meta, start);
