import * as z from 'zod';
import { RefusedMessage } from '../bus.ts';
import { messageOf } from '../../errors.ts';

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

/** What brokers say of requests that waiting does not mend. */
const Denial = z.object({
  type: z.enum([
    'CLUSTER_AUTHORIZATION_FAILED',
    'GROUP_AUTHORIZATION_FAILED',
    'INVALID_CONFIG',
    'INVALID_GROUP_ID',
    'INVALID_PARTITIONS',
    'SASL_AUTHENTICATION_FAILED',
    'SECURITY_DISABLED',
    'UNSUPPORTED_VERSION',
  ]),
});

/** The error as one of the bus, when the brokers work and the message is at fault; else null. */
export function refusalIn(error: unknown): RefusedMessage | null {
  const refusal = allIn(error)
    .map((each) => Refusal.safeParse(each).data)
    .find(Boolean);
  return refusal ? new RefusedMessage(`The brokers say ${refusal.type}.`, { cause: error }) : null;
}

/** Whether the same request may be granted a moment later. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof RefusedMessage) && !allIn(error).some((each) => Denial.safeParse(each).success);
}

/** What the brokers say of a request with several parts is said of each. */
export function reasonsIn(error: unknown): string {
  return [...new Set(allIn(error).map(messageOf))].join(' ');
}

function allIn(error: unknown): readonly unknown[] {
  return Several.safeParse(error).data?.errors ?? [error];
}
