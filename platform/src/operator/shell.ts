import type { Actor } from '../security/actor.ts';

const PREFIX = 'shell:';

/** An operator at a shell has no account: the log knows them by the name of their system's user. */
export function shellActor(user: string): Actor {
  return { id: `${PREFIX}${user}`, roles: ['ADMIN'], sessionId: 'shell', authTime: Math.floor(Date.now() / 1000) };
}

/** What somebody is called at the shell; undefined for an account, and for nobody. */
export function shellUserIn(actorId: string | null): string | undefined {
  return actorId?.startsWith(PREFIX) ? actorId.slice(PREFIX.length) : undefined;
}
