import { newRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

export const EMAIL_STATUSES = ['QUEUED', 'SENT', 'FAILED', 'DEAD'] as const;
export type EmailStatus = (typeof EMAIL_STATUSES)[number];

/** Then it is given up, unless somebody asks for more. */
const MAX_ATTEMPTS = 8;
/** How much longer each wait is than the one before: with a first one of a minute, the eighth attempt comes after 18 hours. */
const GROWTH = 3;
/** An attempt that was interrupted counts for nothing up to here: a mail that ends its process each time is not tried for ever. */
const MAX_WITH_INTERRUPTED = 3 * MAX_ATTEMPTS;

const EmailSchema = defineEntity({
  name: 'Email',
  properties: {
    ...impersonal({ id: p.text().primary(), templateKey: p.text() }),
    ...personal('recipientId', {
      address: p.text(),
      recipientId: p.text().nullable().index(),
      locale: p.text(),
      subject: p.text(),
      variables: p.json<object>(),
      sealedSecrets: p.text().nullable(),
      lastError: p.text().nullable(),
      providerMessageId: p.text().nullable(),
    }),
    ...impersonal({
      expiresAt: p.datetime(3).nullable(),
      status: p.enum(EMAIL_STATUSES),
      attempts: p.integer(),
      lastAttempt: p.integer(),
      nextAttemptAt: p.datetime(3).nullable(),
      sentAt: p.datetime(3).nullable(),
      createdAt: p.datetime(3),
      updatedAt: p.datetime(3),
    }),
  },
  indexes: [
    { name: 'email_due', properties: ['nextAttemptAt'], where: 'next_attempt_at is not null' },
    { properties: ['createdAt', 'id'] },
    { properties: ['updatedAt', 'id'] },
  ],
});

export interface NewEmail {
  readonly id: string;
  readonly address: string;
  readonly recipientId: string | null;
  readonly templateKey: string;
  readonly locale: string;
  readonly subject: string;
  readonly variables: object;
  readonly sealedSecrets: string;
  readonly expiresAt: Date | null;
}

/** How an attempt went wrong. */
export interface Failure {
  readonly error: string;
  /** Whether the server will never take it. */
  readonly isFinal: boolean;
  /** The wait after the first attempt. */
  readonly firstWaitMs: number;
}

/** An e-mail that was, or will be, sent. Only what has a `nextAttemptAt` is tried. */
export class Email extends EmailSchema.class {
  static queue(given: NewEmail, now: Date): Email {
    return newRow(Email, {
      ...given,
      status: 'QUEUED',
      attempts: 0,
      lastAttempt: MAX_ATTEMPTS,
      lastError: null,
      providerMessageId: null,
      nextAttemptAt: now,
      sentAt: null,
      createdAt: now,
      updatedAt: now,
    });
  }

  /** Answers the number of the attempt that begins, which no other begins meanwhile; null where it came too late. */
  begin(now: Date): number | null {
    this.nextAttemptAt = null;
    if (isExpired(this, now)) {
      giveUp(this, 'It came too late: its link has ended.', now);
      return null;
    }
    this.updatedAt = now;
    return ++this.attempts;
  }

  sent(providerMessageId: string | null, now: Date): void {
    Object.assign(this, { status: 'SENT', providerMessageId, lastError: null, nextAttemptAt: null, sentAt: now, updatedAt: now });
    forget(this);
  }

  failed({ error, isFinal, firstWaitMs }: Failure, now: Date): void {
    if (isFinal || this.attempts >= this.lastAttempt) return giveUp(this, error, now);
    const waits = MAX_ATTEMPTS - (this.lastAttempt - this.attempts) - 1;
    fail(this, error, now, new Date(now.getTime() + firstWaitMs * GROWTH ** waits));
  }

  /** Its process ended in the middle, or the marketplace stops: it is tried again at once, and may arrive twice. */
  interrupted(error: string, now: Date): void {
    if (this.lastAttempt < MAX_WITH_INTERRUPTED) this.lastAttempt++;
    if (this.attempts >= this.lastAttempt) return giveUp(this, error, now);
    fail(this, error, now, now);
  }

  /** Gives it as many attempts again as it had. Answers whether it may have them. */
  retry(now: Date): boolean {
    const isOver = this.status === 'DEAD' || (this.status === 'FAILED' && this.nextAttemptAt != null);
    if (!isOver || isExpired(this, now)) return false;
    Object.assign(this, { status: 'QUEUED', lastAttempt: this.attempts + MAX_ATTEMPTS, nextAttemptAt: now, updatedAt: now });
    return true;
  }
}
EmailSchema.setClass(Email);

function fail(email: Email, error: string, now: Date, nextAttemptAt: Date): void {
  Object.assign(email, { status: 'FAILED', lastError: error, nextAttemptAt, updatedAt: now });
}

function giveUp(email: Email, error: string, now: Date): void {
  Object.assign(email, { status: 'DEAD', lastError: error, nextAttemptAt: null, updatedAt: now });
  if (isExpired(email, now)) forget(email);
}

function isExpired({ expiresAt }: Email, now: Date): boolean {
  return expiresAt != null && expiresAt <= now;
}

function forget(email: Email): void {
  email.variables = {};
  email.sealedSecrets = null;
}
