import { query } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import * as z from 'zod';

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
  const sessions = await query<EndedSession>(
    em,
    `select id, ${milliseconds('revoked_at')} as "endedAt", ${milliseconds('revoked_at + kept')} as "tokensEndAt"
     from session, make_interval(secs => $2) as kept
     where revoked_at > greatest(to_timestamp($1::float8 / 1000), now() - kept)
     order by revoked_at fetch first ${PAGE} rows with ties`,
    [After.parse(search.get('after') ?? 0), accessTokenSeconds + CLOCKS_DIFFER_SECONDS],
  );
  return { sessions, hasMore: sessions.length >= PAGE };
}

function milliseconds(sql: string): string {
  return `(extract(epoch from ${sql}) * 1000)::float8`;
}
