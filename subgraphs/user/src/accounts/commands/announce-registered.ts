import { announce } from '@agora/platform/events/event-log';
import { UserRegistered } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../model/account.ts';

/** Announces a new account; its row must be written already. */
export async function announceRegistered(tx: EntityManager, account: Account): Promise<void> {
  const { id: userId, email, username, displayName, locale, roles, createdAt } = account;
  if (!email) throw new Error('Whoever registers gives an e-mail.');
  await announce(tx, UserRegistered, { userId, email, username, displayName, locale, roles, createdAt: createdAt.toISOString() });
}
