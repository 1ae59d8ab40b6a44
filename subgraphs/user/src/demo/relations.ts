import { announce } from '@agora/platform/events/event-log';
import { newRow } from '@agora/platform/database/new-row';
import { UserBlocked, UserMuted } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../accounts/model/account.ts';
import { Block, Mute, Note } from '../relations/model.ts';

const NOTES = [
  ['buyer', 'seller', 'Asks for a week more in December. The blue glaze is worth it.'],
  ['buyer', 'finca', 'Sends cuttings with the roots wrapped.'],
  ['moderator', 'diego', 'Warned once, in March; has been kind since.'],
] as const;

/** Whom people of the demo keep away from, do not want to read, and have noted something about. */
export async function loadRelations(tx: EntityManager, accountOf: (username: string) => Account): Promise<void> {
  const [aisha, diego] = [accountOf('aisha'), accountOf('diego')];
  const [volta, nordic] = [accountOf('volta'), accountOf('nordic')];
  tx.persist([
    newRow(Block, { account: aisha, blocked: diego, blockedAt: diego.createdAt }),
    newRow(Mute, { account: volta, muted: nordic, mutedAt: volta.createdAt, until: null }),
    ...NOTES.map(([account, about, text]) => newRow(Note, { account: accountOf(account), about: accountOf(about), text })),
  ]);
  await announce(tx, UserBlocked, { userId: aisha.id, blockedUserId: diego.id });
  await announce(tx, UserMuted, { userId: volta.id, mutedUserId: nordic.id, until: null });
}
