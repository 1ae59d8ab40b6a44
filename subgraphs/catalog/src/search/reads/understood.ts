import { nullable, text, texts } from '@agora/platform/reading/columns';
import type { Reader } from '@agora/platform/reading/reader';
import { statement } from '@agora/platform/reading/statement';
import { putRight, type QueryTerm, queryTerms } from './query-terms.ts';

/** What the words of somebody are looked for as: queries of PostgreSQL's full-text search. */
export interface Understood {
  /** Exactly what was typed. */
  readonly typed: string;
  /** What finds a product. */
  readonly wanted: string;
  /** The words of its terms that were put right, which find more than those that were typed; null where none is. */
  readonly righted: Righted;
}

/** For each term another word, or null. */
export type Righted = readonly (string | null)[] | null;

const COLUMNS = { typed: text('typed'), wanted: text('wanted'), righted: nullable(texts('spelling')) };

const understood = statement(COLUMNS, (columns) => `select ${columns} from search.understood($1::text::jsonb, $2::text::jsonb)`);

const takenAsTyped = statement(
  COLUMNS,
  (columns) => `select ${columns} from (select $1::text::jsonb as terms) given
    cross join lateral (select search.query_of(terms, false) as typed, search.query_of(terms, true) as wanted, null as spelling) as query`,
);

/** Understands the words of one request, the same words once. `righted`: as they were put right before; undefined where nobody has asked yet. */
export function understanding({ em }: Pick<Reader, 'em'>): (typed: string, righted?: Righted) => Promise<Understood> {
  const asked = new Map<string, Promise<Understood>>();
  return (typed, righted) => {
    const key = JSON.stringify([typed, righted]);
    const known = asked.get(key) ?? understand(em, typed, righted);
    asked.set(key, known);
    return known;
  };
}

async function understand(em: Reader['em'], typed: string, righted: Righted | undefined): Promise<Understood> {
  const terms = queryTerms(typed);
  const given = righted ? JSON.stringify(rightedTerms(terms, righted)) : null;
  const [found] = righted === null ? await takenAsTyped(em, [JSON.stringify(terms)]) : await understood(em, [JSON.stringify(terms), given]);
  if (!found) throw new Error('A query was not understood.');
  return { ...found, righted: righted ?? found.righted };
}

/** What was typed with its words put right. */
export function spellingOf(typed: string, { righted }: Understood): string | null {
  return righted && putRight(typed, righted);
}

function rightedTerms(terms: readonly QueryTerm[], righted: NonNullable<Righted>): QueryTerm[] {
  return terms.map((term, index) => ({ ...term, words: righted[index] ?? term.words }));
}
