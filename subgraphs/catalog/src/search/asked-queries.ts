import { run, unhurried } from '@agora/platform/database/database';
import { macOf } from '@agora/platform/security/signed-text';
import type { EntityManager } from '@mikro-orm/postgresql';
import { wordsOf } from './model/asked-query.ts';

/** What more people look for at once than this is not noted. */
const MAX_WAITING = 2_000;
const KEPT_DAYS = 30;

interface Asked {
  readonly words: string;
  readonly written: string;
  readonly mark: string;
}

/** Notes what people look for and find, a moment later and all at once: a search writes nothing itself. */
export class AskedQueries {
  readonly #secret: string;
  readonly #waiting = new Map<string, Asked>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** `asker`: the account, or of a guest the address. */
  note(written: string, asker: string): void {
    const words = wordsOf(written);
    if ([...words].length < 2 || this.#waiting.size >= MAX_WAITING) return;
    const mark = macOf(this.#secret, 'view', ['query', new Date().toISOString().slice(0, 7), asker].join(' '));
    this.#waiting.set(JSON.stringify([words, mark]), { words, written: written.replace(/\s+/g, ' ').trim(), mark });
  }

  async write(em: EntityManager): Promise<void> {
    if (this.#waiting.size === 0) return;
    const asked = [...this.#waiting.values()];
    this.#waiting.clear();
    await run(
      em,
      `with asked as (
         select * from unnest($1::text[], $2::text[], $3::text[]) as asked (words, written, mark)
       ), noted as (
         insert into asked_query (words, asker_mark, asked_on) select words, mark, current_date from asked order by words, mark
         on conflict do nothing returning words
       )
       insert into known_query (words, written, askers)
       select words, max(written), (select count(*) from noted where noted.words = asked.words) from asked group by words order by words
       on conflict (words) do update set written = excluded.written, askers = known_query.askers + excluded.askers`,
      [asked.map(({ words }) => words), asked.map(({ written }) => written), asked.map(({ mark }) => mark)],
    );
  }
}

/** Forgets who looked for what a month ago. */
export async function forgetAsked(em: EntityManager): Promise<void> {
  await unhurried(em, (tx) =>
    run(
      tx,
      `with gone as (delete from asked_query where asked_on < current_date - ${KEPT_DAYS} returning words),
       fewer as (select words, count(*) as askers from gone group by words)
       update known_query set askers = known_query.askers - fewer.askers from fewer where known_query.words = fewer.words`,
      [],
    ),
  );
  await run(em, 'delete from known_query where askers <= 0', []);
}
