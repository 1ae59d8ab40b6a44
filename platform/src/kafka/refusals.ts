import kafkajs from 'kafkajs';
import { RefusedMessage } from '../bus.ts';

/** Not among the names that an import of a CommonJS module sees. */
const { KafkaJSAggregateError, KafkaJSProtocolError } = kafkajs;

/** What brokers say of a record or topic that they will not take, however often they are asked. */
const REFUSALS = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TIMESTAMP',
  'INVALID_TOPIC_EXCEPTION',
  'TOPIC_AUTHORIZATION_FAILED',
  'POLICY_VIOLATION',
]);

/** The error as one of the bus, when the brokers work and the message is at fault; else null. */
export function refusalIn(error: unknown): RefusedMessage | null {
  const errors: readonly unknown[] = error instanceof KafkaJSAggregateError ? error.errors : [error];
  const refusal = errors.find((each) => each instanceof KafkaJSProtocolError && REFUSALS.has(each.type));
  return refusal instanceof Error ? new RefusedMessage(refusal.message, { cause: error }) : null;
}
