import type { Actor } from '../security/actor.ts';

const PREFIX = 'shell:';

/** Who works from a shell is no account: the log knows them by what they are called there. */
export function shellActor(user: string): Actor {
  return { id: `${PREFIX}${user}`, roles: ['ADMIN'], sessionId: 'shell' };
}

/** What somebody is called at the shell; undefined for an account, and for nobody. */
export function shellUserIn(actorId: string | null): string | undefined {
  return actorId?.startsWith(PREFIX) ? actorId.slice(PREFIX.length) : undefined;
}
