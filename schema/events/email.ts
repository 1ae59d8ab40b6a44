import * as z from 'zod';
import { event, id, instant } from './event.ts';

/** A service asks notification for a mail; which there are, and what each says, is in `schema/emails.ts`. */
export function emailRequested(subgraph: string) {
  return event(`${subgraph}.email.requested.v1`, 'emailId', 'Somebody is to get a mail; notification sends it.', {
    emailId: id('eml'),
    to: z
      .string()
      .nullable()
      .describe('The address; null where nobody is to get it, so that asking costs the same whether an account exists.'),
    recipientId: id('usr').nullable().describe('The account, if any.'),
    template: z.string().describe('Name of the template.'),
    locale: z.string().describe('Language to write it in, as a BCP 47 tag.'),
    variables: z.record(z.string(), z.unknown()).describe('What the template says of the matter.'),
    sealedSecrets: z.string().describe('What of it nobody but notification may read, sealed with AGORA_MASTER_KEY.'),
    expiresAt: instant.optional().describe('After this it is of no use, and not sent any more.'),
  });
}
