import { newId } from '@agora/platform/ids';
import type { Language } from '@agora/platform/input/sentence';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Wishlist } from '../model/wishlist.ts';
import { sentences } from '../sentences.ts';
import { tellOfChange } from './tell-of-change.ts';

/** Whose list it is, and in which language it is named when it is made. */
export interface Wisher {
  readonly ownerId: string;
  readonly language: Language;
}

/** The list that wishes go to when none is said. Who has no lists yet gets it now. */
export async function defaultAmong(tx: EntityManager, all: readonly Wishlist[], { ownerId, language }: Wisher): Promise<Wishlist> {
  const known = all.find(({ isDefault }) => isDefault);
  if (known) return known;
  const first = Wishlist.of({ id: newId('wsl'), ownerId, name: sentences.firstList[language], isDefault: true, createdAt: new Date() });
  tx.persist(first);
  await tellOfChange(tx, 'CREATED', first);
  return first;
}
