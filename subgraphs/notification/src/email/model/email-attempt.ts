import { newRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Email } from './email.ts';

const EmailAttemptSchema = defineEntity({
  name: 'EmailAttempt',
  properties: {
    ...impersonal({
      email: () => p.manyToOne(Email).primary().deleteRule('cascade'),
      number: p.integer().primary(),
      startedAt: p.datetime(3),
      /** Null while it lasts, and of one whose process has ended meanwhile. */
      durationMs: p.integer().nullable(),
    }),
    /** The server may say the address. */
    ...personal('email.recipientId', { response: p.text().nullable(), error: p.text().nullable() }),
  },
  indexes: [{ name: 'email_attempt_under_way', properties: ['email'], where: 'duration_ms is null' }],
});

/** A try to send an e-mail. */
export class EmailAttempt extends EmailAttemptSchema.class {
  static begin(email: Email, number: number, startedAt: Date): EmailAttempt {
    return newRow(EmailAttempt, { email, number, startedAt, durationMs: null, response: null, error: null });
  }

  end(said: { readonly response: string | null; readonly error: string | null }, now: Date): void {
    Object.assign(this, { ...said, durationMs: now.getTime() - this.startedAt.getTime() });
  }
}
EmailAttemptSchema.setClass(EmailAttempt);
