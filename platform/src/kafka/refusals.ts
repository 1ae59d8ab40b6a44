import * as z from 'zod';
import { RefusedMessage } from '../bus.ts';

/** What brokers say of a record or topic that they will not take, however often they are asked. */
const Refusal = z.object({
  type: z.enum([
    'MESSAGE_TOO_LARGE',
    'RECORD_LIST_TOO_LARGE',
    'INVALID_RECORD',
    'INVALID_TIMESTAMP',
    'INVALID_TOPIC_EXCEPTION',
    'TOPIC_AUTHORIZATION_FAILED',
    'POLICY_VIOLATION',
  ]),
});

const Several = z.object({ errors: z.array(z.unknown()) });

/** The error as one of the bus, when the brokers work and the message is at fault; else null. */
export function refusalIn(error: unknown): RefusedMessage | null {
  const errors = Several.safeParse(error).data?.errors ?? [error];
  const refusal = errors.map((each) => Refusal.safeParse(each).data).find(Boolean);
  return refusal ? new RefusedMessage(`The brokers say ${refusal.type}.`, { cause: error }) : null;
}
