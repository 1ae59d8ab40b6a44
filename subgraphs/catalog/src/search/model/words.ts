import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const SynonymSchema = defineEntity({
  name: 'Synonym',
  checks: [{ name: 'synonym_word_check', expression: String.raw`word !~ '\s'` }],
  properties: impersonal({
    meaning: p.text().primary(),
    word: p.text().primary(),
    stems: p.array().generated('tsvector_to_array(search.words_of(word)) stored'),
  }),
});

/** Words that find each other because they mean the same; migrations write them. */
export class Synonym extends SynonymSchema.class {}
SynonymSchema.setClass(Synonym);

const KnownWordSchema = defineEntity({
  name: 'KnownWord',
  indexes: [
    {
      name: 'known_word_trigrams',
      expression: 'create index known_word_trigrams on known_word using gist (word gist_trgm_ops)',
    },
  ],
  properties: impersonal({
    word: p.text().primary(),
    /** With its accents. */
    written: p.text(),
    products: p.integer(),
  }),
});

/** A word of what is on sale, which a misspelled one may be put right to. */
export class KnownWord extends KnownWordSchema.class {}
KnownWordSchema.setClass(KnownWord);
