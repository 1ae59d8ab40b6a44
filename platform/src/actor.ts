import { Refusal } from './errors.ts';

export const ROLES = ['USER', 'SELLER', 'MODERATOR', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** Who a request acts for: the verified subject of its token. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  /** The session the token belongs to. */
  readonly sessionId: string;
}

/** The actor, or the refusal that every field gives to a guest who must sign in first. */
export function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  return actor;
}

export function isAdmin(actor: Actor | null): boolean {
  return actor?.roles.includes('ADMIN') ?? false;
}

/** Whether the actor is this account, or may act for every account. */
export function mayReadPrivate(actor: Actor | null, userId: string): boolean {
  return actor?.id === userId || isAdmin(actor);
}
