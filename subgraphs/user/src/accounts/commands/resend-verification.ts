import { HOUR_MS } from '@agora/platform/durations';
import { addressKey } from '@agora/platform/budgets/address-key';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../model/account.ts';
import { MailedToken } from '../model/mailed-token.ts';
import { sentences } from '../sentences.ts';
import { issueToken, type LinkMeans } from './mailed-tokens.ts';
import { anHourAfter, fullSince } from './verifications-to.ts';

const MAX_PER_HOUR = 5;

export interface ResendVerification {
  readonly accountId: string;
  /** Language of the mail; the account's where null. */
  readonly locale: string | null;
  /** Of whoever asks. */
  readonly ip: string;
}

/**
 * Mails the link that verifies the account's e-mail once more; answers when it may be asked for again.
 * @throws CONFLICT where there is nothing to verify, and RATE_LIMITED where five were mailed within the last hour, or as many as its
 * address gets for all accounts that wait for it.
 */
export async function resendVerification(
  em: EntityManager,
  means: LinkMeans,
  { accountId, locale, ip }: ResendVerification,
): Promise<Date> {
  const network = addressKey(ip);
  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const { email, emailVerifiedAt, displayName } = account;
    if (email == null) throw new Refusal('CONFLICT', sentences.noEmailToVerify);
    if (emailVerifiedAt != null) throw new Refusal('CONFLICT', sentences.alreadyVerified);
    const mailed = await mailedInLastHour(tx, accountId);
    const tooSoonAfter = mailed.at(-MAX_PER_HOUR) ?? (await fullSince(tx, { email, network }));
    if (tooSoonAfter) throw new Refusal([{ code: 'RATE_LIMITED', message: sentences.mailedTooOften, retryAt: anHourAfter(tooSoonAfter) }]);

    const { token, expiresAt } = await issueToken(tx, means, 'VERIFY_EMAIL', { accountId, email, askedFrom: network });
    await means.requestEmail(tx, {
      template: 'email_verification',
      to: email,
      recipientId: accountId,
      locale: locale ?? account.locale,
      variables: { displayName },
      secrets: { token },
      expiresAt,
    });
    const next = mailed.at(1 - MAX_PER_HOUR);
    return next ? anHourAfter(next) : new Date();
  });
}

async function mailedInLastHour(tx: EntityManager, accountId: string): Promise<Date[]> {
  const rows = await verificationsSince(tx, [accountId, new Date(Date.now() - HOUR_MS)]);
  return rows.map(({ createdAt }) => new Date(createdAt));
}

const verificationsSince = statement(
  columnsOf(MailedToken, 'createdAt'),
  (columns) => `select ${columns} from mailed_token
    where account_id = $1 and purpose = 'VERIFY_EMAIL' and created_at > $2 order by created_at`,
);
