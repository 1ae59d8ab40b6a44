import { HOUR_MS } from '@agora/platform/durations';
import { defineService } from '@agora/platform/service/define-service';
import { runAsProgram } from '@agora/platform/service/run';
import { readMailConfig } from './config.ts';
import { resolvers } from './graph/resolvers.ts';
import type { Context } from './context.ts';
import { forgetOldEmails } from './email/commands/forget-old-emails.ts';
import { forgetOldMails } from './email/delivery/folder.ts';
import { keptMails } from './email/kept-mails.ts';
import { openSender } from './email/open-sender.ts';
import { entities } from './entities.ts';
import { readEventCatalog } from './events/event-catalog.ts';
import { projections, reactions } from './reactions.ts';
import { forgetEnded } from '@agora/platform/relations/note-aversion';
import { openLoaders } from './reads.ts';

export { settings } from './config.ts';

/** What an operator has filled again from events. */
export const replayed = { entities, projections };

export const start = defineService<Context>({
  name: 'notification',
  entities,
  insides: async ({ env, log, database, cursors, feeds }) => {
    const mail = readMailConfig(env);
    const eventCatalog = await readEventCatalog();
    return {
      resolvers,
      context: (base) => ({ ...base, feeds, eventCatalog, loaders: openLoaders({ ...base, cursors }) }),
      reactions,
      projections,
      timers: [
        {
          everyMs: HOUR_MS,
          async work() {
            await forgetEnded(database.fork());
            await forgetOldEmails(database.fork());
            if (mail.folder !== null) await forgetOldMails(mail.folder);
          },
        },
      ],
      routes: mail.folder === null ? {} : keptMails(database, mail.folder),
      workers: [() => openSender(database, mail, log)],
    };
  },
});

runAsProgram(import.meta, start);
