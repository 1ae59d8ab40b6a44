import { DAY_MS, HOUR_MS } from '@agora/platform/durations';
import { newRow } from '@agora/platform/database/new-row';
import { newId } from '@agora/platform/ids';
import { DEMO_SECOND_FACTOR } from '@agora/schema/demo/people';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../accounts/model/account.ts';
import { SecurityEvent, type SecurityEventKind } from '../accounts/model/security-event.ts';
import { TwoFactor } from '../two-factor/model/two-factor.ts';
import type { Totp } from '../two-factor/totp.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

/** What happened so many days after an account was made. */
const HAPPENED: readonly (readonly [username: string, days: number, kind: SecurityEventKind, userAgent: string, isSuspicious?: boolean])[] =
  [
    ['buyer', 0, 'REGISTERED', FIREFOX],
    ['buyer', 40, 'SIGN_IN_FAILED', PHONE],
    ['buyer', 40, 'SIGNED_IN', PHONE, true],
    ['buyer', 90, 'PASSWORD_CHANGED', FIREFOX],
    [DEMO_SECOND_FACTOR.username, 0, 'REGISTERED', FIREFOX],
    [DEMO_SECOND_FACTOR.username, 2, 'TWO_FACTOR_ENABLED', FIREFOX],
  ];

/** What people of the demo read of the safety of their accounts, and who is asked for a code besides. */
export function loadSecurity(tx: EntityManager, totp: Totp, accountOf: (username: string) => Account): void {
  const careful = accountOf(DEMO_SECOND_FACTOR.username);
  careful.protect(careful.createdAt);
  tx.persist(TwoFactor.start(careful, totp.seal(DEMO_SECOND_FACTOR.secret), careful.createdAt));
  tx.persist(
    HAPPENED.map(([username, days, kind, userAgent, isSuspicious = false], index) => {
      const account = accountOf(username);
      return newRow(SecurityEvent, {
        id: newId('sev'),
        kind,
        account,
        actorId: null,
        email: null,
        role: null,
        reason: null,
        ipAddress: userAgent === PHONE ? '198.51.100.24' : '203.0.113.8',
        userAgent,
        isSuspicious,
        isByOperator: false,
        occurredAt: new Date(account.createdAt.getTime() + days * DAY_MS + index * HOUR_MS),
      });
    }),
  );
}
