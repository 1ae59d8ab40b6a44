import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import { Session } from './model/session.ts';

const LIVE = 'session.revoked_at is null and session.expires_at > now()';

const deviceSessions = rowsOf(Session, 'id', 'method', 'providerIssuer', 'ipAddress', 'userAgent', 'createdAt', 'lastUsedAt', 'expiresAt');

export type DeviceSessionRow = RowOf<typeof deviceSessions>;

export const sessionReads = {
  /** A session that has not ended, with the generation of the refresh token that is good now. */
  liveSession: byKey({
    rows: rowsOf(Session, 'id', 'generation', 'transport', 'authenticatedAt'),
    key: 'id',
    asKey: idOf('ses'),
    visible: () => LIVE,
  }),
  /** The account's own alone. */
  sessionsOf: listsOf({
    rows: deviceSessions,
    of: 'session.account_id = parent.id',
    where: [LIVE],
    order: sortedBy(
      'sessions',
      { sql: 'session.last_used_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'session.id', type: 'text', direction: 'DESC' },
    ),
    visible: ({ id }) => `session.account_id = ${id}`,
  }),
};
