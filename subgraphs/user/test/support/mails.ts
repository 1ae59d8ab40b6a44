import { unseal } from '@agora/platform/security/seal';
import { eventually } from '@agora/platform/testing/eventually';
import { MASTER_KEY, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { UserEmailRequested } from '@agora/schema/events/user';
import * as z from 'zod';

const Secrets = z.object({ token: z.string().default('') });

/** A mail that was asked for, with what was sealed in it. */
export interface Mail {
  readonly to: string | null;
  readonly recipientId: string | null;
  readonly template: string;
  readonly locale: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly token: string;
  readonly expiresAt?: string | undefined;
}

/** The mails that a subgraph asks for. */
export function mailsOf(user: () => SubgraphUnderTest) {
  const all = (wanted: Partial<Mail>): Mail[] =>
    user()
      .heardAll(UserEmailRequested)
      .map(({ sealedSecrets, ...mail }) => ({ ...mail, token: Secrets.parse(JSON.parse(unseal(MASTER_KEY, sealedSecrets))).token }))
      .filter((mail) => (Object.keys(wanted) as (keyof Mail)[]).every((name) => mail[name] === wanted[name]));
  return {
    /** So far. */
    all,
    /** Waits for so many, and answers the last of them. */
    async mail(wanted: Partial<Mail>, number = 1): Promise<Mail> {
      return eventually(() => (all(wanted).length >= number ? all(wanted).at(-1) : null));
    },
  };
}
