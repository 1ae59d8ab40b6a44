import { transaction } from '@agora/platform/database/database';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { EmailAttempt } from '../model/email-attempt.ts';
import { Email, type Failure } from '../model/email.ts';

/** How an attempt ended; `response` is what the mail server said. */
export type Outcome =
  | { readonly kind: 'SENT'; readonly response: string; readonly providerMessageId: string | null }
  | ({ readonly kind: 'FAILED'; readonly response: string | null } & Failure)
  | { readonly kind: 'INTERRUPTED'; readonly error: string };

const MAX_SAID = 500;
/** But the ends of lines. */
const CONTROL = /[^\P{Cc}\n]/gu;

/** Notes how an attempt ended, and when the next one is due where it failed. */
export async function endAttempt(
  em: EntityManager,
  of: { readonly id: string; readonly attempt: number },
  outcome: Outcome,
): Promise<void> {
  await transaction(em, async (tx) => {
    const email = await tx.findOneOrFail(Email, of.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const attempt = await tx.findOneOrFail(EmailAttempt, { email, number: of.attempt });
    // The sender that came after this one has ended it already.
    if (attempt.durationMs !== null) return;
    const now = new Date();
    attempt.end(
      { response: readable('response' in outcome ? outcome.response : null), error: readable('error' in outcome ? outcome.error : null) },
      now,
    );
    if (outcome.kind === 'SENT') email.sent(outcome.providerMessageId, now);
    else if (outcome.kind === 'FAILED') email.failed({ ...outcome, error: readable(outcome.error) ?? '' }, now);
    else email.interrupted(outcome.error, now);
  });
}

/** A server may say anything, and the database takes no NUL. */
function readable(said: string | null): string | null {
  return said?.replace(CONTROL, ' ').slice(0, MAX_SAID) ?? null;
}
