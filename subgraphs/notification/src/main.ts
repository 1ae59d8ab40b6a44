import { defineService } from '@agora/platform/service/define-service';
import { runAsProgram } from '@agora/platform/service/run';
import { resolvers } from './graph/resolvers.ts';
import type { Context } from './context.ts';
import { entities } from './entities.ts';
import { readEventCatalog } from './events/event-catalog.ts';
import { reactions } from './reactions.ts';
import { openLoaders } from './reads.ts';

export const start = defineService<Context>({
  name: 'notification',
  entities,
  migrations: new URL('../migrations/', import.meta.url),
  insides: async ({ cursors, feeds }) => {
    const eventCatalog = await readEventCatalog();
    return {
      resolvers,
      context: (base) => ({ ...base, feeds, eventCatalog, loaders: openLoaders({ ...base, cursors }) }),
      reactions,
    };
  },
});

runAsProgram(import.meta, start);
