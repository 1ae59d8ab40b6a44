import { columnsOf, number } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import * as z from 'zod';
import { Session } from './model/session.ts';

/** Instants in milliseconds since 1970. */
interface EndedSession {
  readonly id: string;
  readonly endedAt: number;
  /** When the last access token of it has run out. */
  readonly tokensEndAt: number;
}

const After = z.coerce.number().nonnegative();

/** And those that ended at the same instant as the last of them: the next page begins after it. */
const PAGE = 10_000;
/** A replica whose clock is ahead issues tokens that last longer by ours. */
const CLOCKS_DIFFER_SECONDS = 60;

/**
 * The sessions that were ended after an instant, the first to end first, of which access tokens may be good yet. Gateways,
 * which check tokens without asking anybody, ask for them.
 */
export async function endedSessions(
  em: EntityManager,
  accessTokenSeconds: number,
  search: URLSearchParams,
): Promise<{ sessions: EndedSession[]; hasMore: boolean }> {
  const sessions = await endedAfter(em, [After.parse(search.get('after') ?? 0), accessTokenSeconds + CLOCKS_DIFFER_SECONDS]);
  return { sessions, hasMore: sessions.length >= PAGE };
}

const endedAfter = statement(
  { ...columnsOf(Session, 'id'), endedAt: milliseconds('revoked_at'), tokensEndAt: milliseconds('revoked_at + kept') },
  (columns) => `select ${columns} from session, make_interval(secs => $2) as kept
    where revoked_at > greatest(to_timestamp($1::float8 / 1000), now() - kept)
    order by revoked_at fetch first ${PAGE} rows with ties`,
);

function milliseconds(sql: string) {
  return number(`extract(epoch from ${sql}) * 1000`);
}
