import nodemailer from 'nodemailer';
import * as z from 'zod';
import { type Delivery, Undelivered } from './delivery.ts';
import { messageOf } from './message-of.ts';

const CONNECT_TIMEOUT_MS = 1_000;
/** Before the server tires of it, so that no mail meets a connection that is gone. */
const IDLE_MS = 30_000;
/** As many as the sender has mails under way. */
const MAX_CONNECTIONS = 5;

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 */
const FINAL = 500;
/** Who sends is not let in, whatever the mail is: https://www.rfc-editor.org/rfc/rfc4954#section-6 */
const isAboutSender = (code: number) => code >= 530 && code <= 538;

const Refused = z.object({ code: z.enum(['EENVELOPE', 'EMESSAGE']), response: z.string(), responseCode: z.number() });

/** As Postfix, Exim and Mailpit say it: "250 2.0.0 Ok: queued as 4F2C1". */
const QUEUED_AS = /(?:queued as|\bid=)\s*<?([\w.@-]+)/i;

/** A mail server (https://www.rfc-editor.org/rfc/rfc5321), over connections that are kept for the next mail. */
export function smtpDelivery({ url, from }: { readonly url: string; readonly from: string }): Delivery {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: MAX_CONNECTIONS,
    // An attempt is one exchange, so that each is noted, and none is repeated unseen.
    maxRequeues: 0,
    idleTimeout: IDLE_MS,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    // Else whoever is on the way leaves STARTTLS out of what the server offers, and reads it. What the URL says goes before this.
    requireTLS: new URL(url).password !== '',
  });
  return {
    async deliver(letter, signal) {
      try {
        const { response } = await transport.sendMail({ ...messageOf(letter, from), signal });
        return { response, providerMessageId: QUEUED_AS.exec(response)?.[1] ?? null };
      } catch (error) {
        const { data: refused } = Refused.safeParse(error);
        if (!refused) throw error;
        throw new Undelivered(refused.response, refused.responseCode >= FINAL && !isAboutSender(refused.responseCode));
      }
    },
    stop: () => transport.close(),
  };
}
