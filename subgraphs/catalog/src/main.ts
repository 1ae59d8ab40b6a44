import { defineService } from '@agora/platform/service/define-service';
import { runAsProgram } from '@agora/platform/service/run';
import { resolvers } from './graph/resolvers.ts';
import { loadDemo } from './demo/load-demo.ts';
import { entities } from './entities.ts';
import { projections, reactions } from './reactions.ts';
import { openLoaders } from './reads.ts';
import { countWords } from './search/count-words.ts';
import { forgetVersions } from './search/forget-versions.ts';
import { keepWordsCounted } from './search/words-worker.ts';
import type { Context } from './context.ts';

/** What an operator has filled again from events. */
export const replayed = { entities, projections };

export const start = defineService<Context>({
  name: 'catalog',
  entities,
  insides: ({ database, cursors, feeds, log }) => ({
    resolvers,
    context: (base) => ({ ...base, feeds, loaders: openLoaders({ ...base, cursors }) }),
    reactions,
    projections,
    timers: [{ everyMs: 3_600_000, work: () => forgetVersions(database.fork()) }],
    workers: [() => keepWordsCounted(database, log)],
    demo: async () => {
      await loadDemo(database.fork());
      await countWords(database.fork());
    },
  }),
});
runAsProgram(import.meta, start);
