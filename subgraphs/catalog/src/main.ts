import { defineService } from '@agora/platform/service/define-service';
import { runAsProgram } from '@agora/platform/service/run';
import { resolvers } from './graph/resolvers.ts';
import { loadDemo } from './demo/load-demo.ts';
import { entities } from './entities.ts';
import { projections, reactions } from './reactions.ts';
import { openLoaders } from './reads.ts';
import type { Context } from './context.ts';

/** What an operator has filled again from events. */
export const replayed = { entities, projections };

export const start = defineService<Context>({
  name: 'catalog',
  entities,
  insides: ({ database, cursors, feeds }) => ({
    resolvers,
    context: (base) => ({ ...base, feeds, loaders: openLoaders({ ...base, cursors }) }),
    reactions,
    projections,
    demo: () => loadDemo(database.fork()),
  }),
});
runAsProgram(import.meta, start);
