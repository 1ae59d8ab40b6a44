import { Refusal } from '@agora/platform/errors';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { Account } from '../accounts/model/account.ts';
import type { UserCode } from '../codes.ts';
import type { Client } from '../sessions/model/session.ts';
import { passwordFits } from './password.ts';
import { sentences } from './sentences.ts';

/**
 * The hash that the account's password fits: whoever acts on it compares it again in their transaction. The owner is told of another
 * password that was tried.
 * @throws INVALID_CREDENTIALS for another password, and where the account has none.
 */
export async function hashOfOwnPassword(
  em: EntityManager,
  { accountId, password, field, client }: { accountId: string; password: string; field: string; client: Client },
): Promise<string> {
  const [known] = await passwordOf(em, [accountId]);
  if (known?.passwordHash != null && (await passwordFits(password, known.passwordHash))) return known.passwordHash;
  if (known?.passwordHash === null) throw new Refusal<UserCode>('INVALID_CREDENTIALS', sentences.noPassword, [field]);
  if (known) await recordSecurityEvent(em, { kind: 'SIGN_IN_FAILED', accountId, client });
  throw wrongPassword(field);
}

const passwordOf = statement(columnsOf(Account, 'passwordHash'), (columns) => `select ${columns} from account where id = $1`);

export function wrongPassword(field: string): Refusal<UserCode> {
  return new Refusal<UserCode>('INVALID_CREDENTIALS', sentences.wrongPassword, [field]);
}
