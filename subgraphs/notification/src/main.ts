import { defineService } from '@agora/platform/define-service';
import { runAsProgram } from '@agora/platform/run';
import { resolvers } from './api/resolvers.ts';
import type { Context } from './context.ts';
import { readEventCatalog } from './event-catalog.ts';
import { loadersOf } from './loaders.ts';
import { entities } from './model/index.ts';
import { reactions } from './reactions/index.ts';

export const start = defineService<Context>({
  name: 'notification',
  entities,
  migrations: new URL('../migrations/', import.meta.url),
  insides: async ({ cursors, feeds }) => {
    const eventCatalog = await readEventCatalog();
    return {
      resolvers,
      context: (base) => ({ ...base, feeds, eventCatalog, loaders: loadersOf(base.em, base.actor, cursors) }),
      reactions,
    };
  },
});

runAsProgram(import.meta, start);
