import * as z from 'zod';
import { Refusal } from '../errors.ts';
import type { Sentence } from '../input/sentence.ts';

export const ROLES = ['USER', 'SELLER', 'MODERATOR', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

export const Actor = z.object({
  id: z.string(),
  roles: z.array(z.enum(ROLES)).readonly(),
  /** The session the token belongs to. */
  sessionId: z.string(),
  /** When that session last proved who is there, in seconds since 1970: `auth_time` of OpenID Connect. */
  authTime: z.int(),
});

/** On whose behalf a request acts: the verified subject of its token, or whoever it has signed in itself. */
export type Actor = Readonly<z.output<typeof Actor>>;

/** The actor, or the refusal that every field gives to a guest who must sign in first. */
export function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  return actor;
}

const RECENTLY_SECONDS = 600;

const REAUTHENTICATE: Sentence = {
  en: 'Show first that it is you: enter your password again.',
  es: 'Demuestra primero que eres tú: escribe de nuevo tu contraseña.',
  pt: 'Mostre primeiro que é você: digite sua senha de novo.',
};

/**
 * The actor, where its session has proved within 10 minutes who is there: a token that was left lying about is not enough for what is
 * serious.
 * @throws REAUTHENTICATION_REQUIRED.
 */
export function recentlyAuthenticated(actor: Actor | null): Actor {
  const known = signedIn(actor);
  if (Date.now() / 1000 - known.authTime > RECENTLY_SECONDS) throw new Refusal('REAUTHENTICATION_REQUIRED', REAUTHENTICATE);
  return known;
}

export function isAdmin(actor: Actor | null): boolean {
  return actor?.roles.includes('ADMIN') ?? false;
}

export function isModerator(actor: Actor | null): boolean {
  return actor?.roles.includes('MODERATOR') ?? false;
}

/** Whether the actor is this account, or may act for every account. */
export function mayReadPrivate(actor: Actor | null, userId: string): boolean {
  return actor?.id === userId || isAdmin(actor);
}
