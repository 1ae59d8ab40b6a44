import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const AskedQuerySchema = defineEntity({
  name: 'AskedQuery',
  indexes: [{ properties: ['askedOn'] }],
  properties: impersonal({ words: p.text().primary(), askerMark: p.text().primary(), askedOn: p.date() }),
});

/** That somebody looked for words, of the last 30 days: the mark is made with the secret of the service and the month, and tells nobody who they are. */
export class AskedQuery extends AskedQuerySchema.class {}
AskedQuerySchema.setClass(AskedQuery);

const KnownQuerySchema = defineEntity({
  name: 'KnownQuery',
  indexes: [
    {
      name: 'known_query_beginning',
      expression: 'create index known_query_beginning on known_query (words text_pattern_ops) where askers >= 3',
    },
  ],
  properties: impersonal({
    /** Without accents and capitals. */
    words: p.text().primary(),
    /** As somebody wrote it last. */
    written: p.text(),
    askers: p.integer(),
  }),
});

/** What people look for, and how many of them in the last 30 days. */
export class KnownQuery extends KnownQuerySchema.class {}
KnownQuerySchema.setClass(KnownQuery);

/** Words as they are compared: without accents, capitals and more blanks than one. */
export function wordsOf(written: string): string {
  return written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
