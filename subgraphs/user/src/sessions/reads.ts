import { byKey, idOf } from '@agora/platform/reading/by-key';
import { rowsOf } from '@agora/platform/reading/columns';
import { Session } from './model/session.ts';

export const sessionReads = {
  /** A session that has not ended, with the generation of the refresh token that is good now. */
  liveSession: byKey({
    rows: rowsOf(Session, 'id', 'generation'),
    key: 'id',
    asKey: idOf('ses'),
    visible: () => 'session.revoked_at is null and session.expires_at > now()',
  }),
};
