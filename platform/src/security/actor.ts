import * as z from 'zod';
import { Refusal } from '../errors.ts';

export const ROLES = ['USER', 'SELLER', 'MODERATOR', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

export const Actor = z.object({
  id: z.string(),
  roles: z.array(z.enum(ROLES)).readonly(),
  /** The session the token belongs to. */
  sessionId: z.string(),
});

/** On whose behalf a request acts: the verified subject of its token, or whoever it has signed in itself. */
export type Actor = Readonly<z.output<typeof Actor>>;

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
