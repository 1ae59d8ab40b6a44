import { createHash } from 'node:crypto';
import { bytesOfId, idOfBytes, prefixOf } from '../ids.ts';

const MARK_BYTES = 8;

/** The id of a row of a service's database: it carries the service and the number, so that whoever has it knows whom to ask. */
export function serviceId(prefix: string, service: string, number: string): string {
  const bytes = Buffer.concat([markOf(service), Buffer.alloc(16 - MARK_BYTES)]);
  bytes.writeBigInt64BE(BigInt(number), MARK_BYTES);
  return idOfBytes(prefix, bytes);
}

/** Which of the services the id is of; undefined where it is of none. */
export function serviceOfId(prefix: string, id: string, services: readonly string[]): string | undefined {
  const bytes = prefixOf(id) === prefix ? bytesOfId(id) : null;
  return bytes === null ? undefined : services.find((service) => markOf(service).equals(bytes.subarray(0, MARK_BYTES)));
}

/** The number in an id of this service; null in any other. */
export function numberIn(prefix: string, service: string, id: string): string | null {
  if (serviceOfId(prefix, id, [service]) === undefined) return null;
  return bytesOfId(id)?.readBigInt64BE(MARK_BYTES).toString() ?? null;
}

function markOf(service: string): Buffer {
  return createHash('sha256').update(service).digest().subarray(0, MARK_BYTES);
}
