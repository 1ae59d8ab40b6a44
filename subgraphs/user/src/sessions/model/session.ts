import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';

const REPEATABLE_FOR_MS = 30_000;

/** Those of browsers have half of it. */
const MAX_USER_AGENT = 255;

/** How a session began. */
export const SIGN_IN_METHODS = ['PASSWORD', 'PROVIDER', 'REGISTRATION'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** How the tokens of a session travel: in answers, or in cookies, which the gateway makes of them. */
export const TRANSPORTS = ['BEARER', 'COOKIE'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** From where a session is used. */
export interface Client {
  readonly ip: string;
  readonly userAgent: string | null;
}

const SessionSchema = defineEntity({
  name: 'Session',
  indexes: [{ name: 'session_revoked_at_index', properties: ['revokedAt'], where: 'revoked_at is not null' }],
  properties: personal('account', {
    id: p.text().primary(),
    account: () => p.manyToOne(Account).index(),
    generation: p.integer(),
    createdAt: p.datetime(3),
    /** When it last proved who is there; refreshing it proves nothing. */
    authenticatedAt: p.datetime(3),
    lastUsedAt: p.datetime(3),
    expiresAt: p.datetime(3).index(),
    revokedAt: p.datetime(3).nullable(),
    method: p.enum(SIGN_IN_METHODS),
    /** Who vouched for the person, where a provider did. */
    providerIssuer: p.text().nullable(),
    transport: p.enum(TRANSPORTS),
    /** Where it was last used from, as far as is known. */
    ipAddress: p.text().nullable(),
    userAgent: p.text().nullable(),
    /** The access token of the last exchange, sealed with the refresh token that was spent in it. */
    sealedAccess: p.text().nullable(),
  }),
});

export interface Begun {
  readonly id: string;
  readonly account: Account;
  readonly method: SignInMethod;
  /** Who vouches, where the method is PROVIDER. */
  readonly providerIssuer?: string | undefined;
  readonly transport: Transport;
  readonly client: Client;
}

/** What becomes of a refresh token: it is spent, its exchange is answered again, or it is of no use. */
export type Exchange = 'SPENT' | 'REPEATED' | 'REFUSED';

/**
 * One sign-in. Its refresh tokens are numbered by generation and only the latest is good. The one before may come back
 * for a moment, from a client that lost the answer or from its other tab. Any other that comes back was copied. Nobody
 * can tell which of the two is the thief, so it ends the session, as does not using it for its lifetime.
 */
export class Session extends SessionSchema.class {
  static begin({ client, providerIssuer, ...begun }: Begun, now: Date, lifetimeMs: number): Session {
    return newRow(Session, {
      ...begun,
      providerIssuer: providerIssuer ?? null,
      generation: 1,
      createdAt: now,
      authenticatedAt: now,
      revokedAt: null,
      sealedAccess: null,
      ...usedAt(now, lifetimeMs),
      ...usedFrom(client),
    });
  }

  isOver(now: Date): boolean {
    return this.revokedAt !== null || this.expiresAt <= now;
  }

  exchange(generation: number, client: Client, now: Date, lifetimeMs: number): Exchange {
    if (this.isOver(now)) return 'REFUSED';
    if (generation === this.generation - 1 && now.getTime() - this.lastUsedAt.getTime() <= REPEATABLE_FOR_MS) return 'REPEATED';
    if (generation !== this.generation) {
      this.revoke(now);
      return 'REFUSED';
    }
    Object.assign(this, nextOf(this, client, now, lifetimeMs));
    return 'SPENT';
  }

  /**
   * Whoever uses it has proved again who is there. The refresh token that is out is of no use from then on, so that nobody who has
   * copied it gets what was proved.
   */
  reauthenticate(client: Client, now: Date, lifetimeMs: number): boolean {
    if (this.isOver(now)) return false;
    Object.assign(this, nextOf(this, client, now, lifetimeMs), { authenticatedAt: now, sealedAccess: null });
    return true;
  }

  revoke(now: Date): boolean {
    if (this.isOver(now)) return false;
    this.revokedAt = now;
    this.sealedAccess = null;
    this.ipAddress = null;
    this.userAgent = null;
    return true;
  }
}
SessionSchema.setClass(Session);

function nextOf({ generation, userAgent }: Session, client: Client, now: Date, lifetimeMs: number): Partial<Session> {
  const from = { ...client, userAgent: client.userAgent ?? userAgent ?? null };
  return { generation: generation + 1, ...usedAt(now, lifetimeMs), ...usedFrom(from) };
}

function usedAt(now: Date, lifetimeMs: number): { lastUsedAt: Date; expiresAt: Date } {
  return { lastUsedAt: now, expiresAt: new Date(now.getTime() + lifetimeMs) };
}

function usedFrom({ ip, userAgent }: Client): { ipAddress: string | null; userAgent: string | null } {
  return { ipAddress: ip || null, userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null };
}
