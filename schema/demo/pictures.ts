import { demoId } from './ids.ts';
import type { DemoPerson } from './people.ts';

const WORKS = 3;

/** Files that somebody of the demo shows, by id. */
export interface DemoPictures {
  readonly avatarId: string;
  /** Of whoever sells. */
  readonly logoId: string | null;
  readonly bannerId: string | null;
  /** Work of whoever is a specialist. */
  readonly portfolioIds: readonly string[];
}

export function demoPicturesOf({ username, kind, roles }: DemoPerson): DemoPictures {
  const sells = roles.includes('SELLER');
  return {
    avatarId: demoId('med', `portrait ${username}`),
    logoId: sells ? demoId('med', `logo ${username}`) : null,
    bannerId: sells ? demoId('med', `banner ${username}`) : null,
    portfolioIds: kind === 'SPECIALIST' ? Array.from({ length: WORKS }, (_, index) => demoId('med', `work ${index} ${username}`)) : [],
  };
}
