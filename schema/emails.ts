import * as z from 'zod';
import { instant } from './events/event.ts';

/** What a mail of a template says: `secrets` travel sealed and are gone once it was sent. */
interface EmailTemplate {
  /** When it is sent, in a sentence. */
  readonly description: string;
  readonly variables: z.ZodObject;
  readonly secrets: z.ZodObject;
}

const addressee = { displayName: z.string() };
const link = z.object({ token: z.string() });

/** Every mail that a service may ask for, by the name of its template. */
export const EMAILS = {
  welcome: {
    description: 'To whoever has registered: it verifies the address.',
    variables: z.object(addressee),
    secrets: link,
  },
  email_verification: {
    description: 'To whoever asks once more for a link that verifies the address.',
    variables: z.object(addressee),
    secrets: link,
  },
  password_reset: {
    description: 'To whoever has forgotten the password.',
    variables: z.object(addressee),
    secrets: link,
  },
  email_change: {
    description: 'To the new address, which is to be confirmed; to the old one, as a warning; to whom the new one belongs already.',
    variables: z.object({
      ...addressee,
      newEmail: z.string(),
      notice: z.enum(['CONFIRM', 'REQUESTED', 'TAKEN', 'CHANGED']).describe('What of it is told: TAKEN to whom the new address belongs.'),
    }),
    secrets: link.partial(),
  },
  new_device: {
    description: 'To whoever has signed in on a device that the account was not used on before.',
    variables: z.object({
      ...addressee,
      device: z.string().describe('In the language of the mail: Firefox on Windows.'),
      ipAddress: z.string().nullable(),
      place: z.string().nullish().describe('Roughly where that is, in the language of the mail: Bogotá, Colombia.'),
      signedInAt: instant,
    }),
    secrets: z.object({}),
  },
  security_changed: {
    description: 'To the owner of an account about whose safety something was changed, or whose recovery code was used.',
    variables: z.object({
      ...addressee,
      change: z.enum([
        'PASSWORD_CHANGED',
        'TWO_FACTOR_ENABLED',
        'TWO_FACTOR_DISABLED',
        'TWO_FACTOR_RESET',
        'RECOVERY_CODES_RENEWED',
        'RECOVERY_CODE_USED',
        'IDENTITY_LINKED',
        'IDENTITY_UNLINKED',
      ]),
      provider: z.string().nullable().describe('Who vouches, where somebody was linked or unlinked.'),
      device: z.string().nullable().describe('In the language of the mail; null where an administrator did it.'),
      ipAddress: z.string().nullable(),
      changedAt: instant,
    }),
    secrets: z.object({}),
  },
} as const satisfies Readonly<Record<string, EmailTemplate>>;

export type EmailTemplateKey = keyof typeof EMAILS;
export type VariablesOf<Key extends EmailTemplateKey> = z.output<(typeof EMAILS)[Key]['variables']>;
export type SecretsOf<Key extends EmailTemplateKey> = z.output<(typeof EMAILS)[Key]['secrets']>;
