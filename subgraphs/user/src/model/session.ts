import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from './account.ts';

const LIFETIME_MS = 30 * 24 * 3_600_000;

const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    id: p.text().primary(),
    account: () => p.manyToOne(Account).index(),
    generation: p.integer(),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3),
    expiresAt: p.datetime(3).index(),
    revokedAt: p.datetime(3).nullable(),
  },
});

/**
 * One sign-in. Its refresh tokens are numbered by generation and only the latest is good; an earlier one that comes
 * back was copied. Nobody can tell which of the two is the thief, so it ends the session.
 */
export class Session extends SessionSchema.class {
  static begin(id: string, account: Account, now: Date): Session {
    return Object.assign(new Session(), { id, account, generation: 1, createdAt: now, revokedAt: null, ...usedAt(now) });
  }

  isOver(now: Date): boolean {
    return this.revokedAt !== null || this.expiresAt <= now;
  }

  /** Spends the refresh token of `generation`; false when it was no longer good. */
  refresh(generation: number, now: Date): boolean {
    if (this.isOver(now)) return false;
    if (generation !== this.generation) {
      this.revoke(now);
      return false;
    }
    this.generation++;
    Object.assign(this, usedAt(now));
    return true;
  }

  revoke(now: Date): boolean {
    if (this.isOver(now)) return false;
    this.revokedAt = now;
    return true;
  }
}
SessionSchema.setClass(Session);

function usedAt(now: Date): { lastUsedAt: Date; expiresAt: Date } {
  return { lastUsedAt: now, expiresAt: new Date(now.getTime() + LIFETIME_MS) };
}
