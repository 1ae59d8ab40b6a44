import type { Actor } from '@agora/platform/security/actor';
import { unseal } from '@agora/platform/security/seal';
import { eventually } from '@agora/platform/testing/eventually';
import { MASTER_KEY, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { UserEmailRequested } from '@agora/schema/events/user';
import * as z from 'zod';

const Viewer = z.object({ emailVerifiedAt: z.string().nullable() });
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
  /** Waits for so many, and answers the last of them. */
  const mail = (wanted: Partial<Mail>, number = 1): Promise<Mail> =>
    eventually(() => (all(wanted).length >= number ? all(wanted).at(-1) : null));
  return {
    /** So far. */
    all,
    mail,
    /** Whoever registered opens the link that they were mailed, unless their e-mail is known to be theirs. */
    async proveEmail(as: Actor): Promise<void> {
      const { viewer } = await user().data('{ viewer { emailVerifiedAt } }', {}, { as });
      if (Viewer.parse(viewer).emailVerifiedAt !== null) return;
      const { token } = await mail({ recipientId: as.id, template: 'welcome' });
      const verify = 'mutation ($input: UserEmailVerifyInput!) { userEmailVerify(input: $input) { isVerified } }';
      const { userEmailVerify } = await user().data(verify, { input: { token } });
      z.object({ isVerified: z.literal(true) }).parse(userEmailVerify);
    },
  };
}
