import { readCacheConfig } from '@agora/platform/caching/settings';
import { HOUR_MS } from '@agora/platform/durations';
import { defineService } from '@agora/platform/service/define-service';
import { forgetEnded } from '@agora/platform/relations/note-aversion';
import { runAsProgram } from '@agora/platform/service/run';
import { readMediaConfig, readReviewConfig, readStockConfig, readTransfersConfig } from './config.ts';
import { resolvers } from './graph/resolvers.ts';
import { drawDemoPicture } from './demo/pictures.ts';
import { loadDemo } from './demo/load-demo.ts';
import { loadDemoTransfers } from './demo/transfers.ts';
import { entities } from './entities.ts';
import { sweepMedia } from './media/commands/delete-media.ts';
import { openFiles } from './media/open-files.ts';
import { catalogPurges } from './purges.ts';
import { projections, reactions } from './reactions.ts';
import { startSchedule } from './products/schedule-worker.ts';
import { openLoaders } from './reads.ts';
import { AskedQueries, forgetAsked } from './search/asked-queries.ts';
import { countWords } from './search/count-words.ts';
import { forgetVersions } from './search/forget-versions.ts';
import { keepWordsCounted } from './search/words-worker.ts';
import { startExpiry } from './stock/expiry-worker.ts';
import { forgetOldViews } from './views/commands/forget-views.ts';
import { startWishes } from './wishlists/wishes-worker.ts';
import { shareLinks } from './wishlists/share-links.ts';
import { sweepJobs } from './transfers/commands/sweep-jobs.ts';
import { keptFile } from './transfers/kept-files.ts';
import { startTransfers } from './transfers/worker.ts';
import { startRelisting } from './assortment/relisting/worker.ts';
import type { Context } from './context.ts';

export { settings } from './config.ts';

/** How often files are looked for that nothing shows. */
const SWEEP_MS = 60_000;
/** How often what people look for is noted. */
const ASKED_MS = 2_000;

/** What an operator has filled again from events. */
export const replayed = { entities, projections };

export const start = defineService<Context>({
  name: 'catalog',
  entities,
  insides: async ({ config, env, log, database, cursors, feeds }) => {
    const media = readMediaConfig(env);
    const { reservedMs } = readStockConfig(env);
    const houseRules = readReviewConfig(env);
    const links = shareLinks(config.secret);
    const askedQueries = new AskedQueries(config.secret);
    const { leaseMs, retention } = readTransfersConfig(env);
    const files = await openFiles({
      database,
      config: media,
      secret: config.secret,
      draw: (mediaId) => drawDemoPicture(database.fork(), mediaId),
      kept: (store, id) => keptFile(database, store, id),
      log,
    });
    return {
      resolvers,
      context: (base) => ({
        ...base,
        feeds,
        files,
        shareLinks: links,
        cursors,
        retention,
        houseRules,
        viewSecret: config.secret,
        askedQueries,
        loaders: openLoaders({ ...base, cursors }),
      }),
      reactions,
      cache: { ...readCacheConfig(env), purges: catalogPurges },
      projections,
      files: files.served,
      workers: [
        files.startProcessing,
        () => keepWordsCounted(database, log),
        () => startExpiry({ database, afterMs: reservedMs, log }),
        () => startSchedule(database, log),
        () => startRelisting(database, log),
        () => startTransfers({ database, store: files.store, cursors, leaseMs, log }),
        () => startWishes(database, log),
      ],
      timers: [
        { everyMs: Math.min(SWEEP_MS, retention.importMs, retention.exportMs), work: () => sweepJobs(database.fork(), retention) },
        { everyMs: ASKED_MS, work: () => askedQueries.write(database.fork()) },
        { everyMs: HOUR_MS, work: () => forgetAsked(database.fork()) },
        { everyMs: HOUR_MS, work: () => forgetVersions(database.fork()) },
        // Written last, it would still come: no upload takes longer than its link lasts.
        { everyMs: HOUR_MS, work: () => files.store.removeDrafts(new Date(Date.now() - HOUR_MS)) },
        { everyMs: HOUR_MS, work: () => forgetEnded(database.fork()) },
        { everyMs: HOUR_MS, work: () => forgetOldViews(database.fork()) },
        { everyMs: Math.min(SWEEP_MS, media.unusedMs), work: () => sweepMedia(database.fork(), new Date(Date.now() - media.unusedMs)) },
      ],
      demo: async () => {
        await loadDemo(database.fork(), links);
        await loadDemoTransfers(database.fork(), files.store);
        await countWords(database.fork());
      },
    };
  },
});
runAsProgram(import.meta, start);
