import { openDatabase } from '@agora/platform/database/database';
import { messageOf } from '@agora/platform/errors';
import { createLogger } from '@agora/platform/observe/logging';
import { migrationsOf } from '@agora/platform/service/service-files';
import { databaseUrlSetting, readSettings } from '@agora/platform/service/settings';
import * as z from 'zod';
import { entities } from '../entities.ts';
import { loadFull } from './full/load-full.ts';

const DEFAULT_COUNT = 10_000;
const MAX_COUNT = 1_000_000;
const REPORT_EVERY = 1_000;

/** Loads believable products, as many as the first word says, into catalog's database; prints how far it is. */
try {
  const { url, environment } = readSettings({ url: databaseUrlSetting('catalog'), environment: z.string().optional() }, process.env, {
    url: 'CATALOG_DATABASE_URL',
    environment: 'NODE_ENV',
  });
  if (environment === 'production') throw new Error('Nobody has these products to sell: not with NODE_ENV=production.');
  const count = z.coerce.number().int().min(1).max(MAX_COUNT).default(DEFAULT_COUNT).parse(process.argv[2]);
  const database = await openDatabase({ url, entities, migrations: migrationsOf('catalog'), log: createLogger('catalog', 'error') });
  try {
    const begun = Date.now();
    await loadFull(database.fork, count, (done) => {
      if (done % REPORT_EVERY === 0 || done === count)
        console.log(`${done} of ${count} products, after ${Math.round((Date.now() - begun) / 1_000)} s`);
    });
  } finally {
    await database.stop();
  }
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
