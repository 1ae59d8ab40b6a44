import { createHmac, timingSafeEqual } from 'node:crypto';
import type * as z from 'zod';
import { Refusal } from './errors.ts';

/** Makes and reads the signed positions that clients hand back as `after`, `before`. */
export interface Cursors {
  encode(position: unknown): string;
  /** Refuses with BAD_USER_INPUT, naming `field`, what was not made here or does not fit. */
  decode<Position>(text: string, position: z.ZodType<Position>, field: string): Position;
}

const MAC_LENGTH = 16;

/** `secret` must be the same in every replica, or a cursor ends with the process that made it. */
export function createCursors(secret: string): Cursors {
  const macOf = (body: string) => createHmac('sha256', secret).update('cursor.').update(body).digest('base64url').slice(0, MAC_LENGTH);

  return {
    encode(position) {
      const body = Buffer.from(JSON.stringify(position)).toString('base64url');
      return `${body}.${macOf(body)}`;
    },
    decode(text, schema, field) {
      const refusal = new Refusal('BAD_USER_INPUT', `The cursor in "${field}" is not one of ours.`, [field]);
      const [body = '', mac = ''] = text.split('.');
      const [given, right] = [Buffer.from(mac), Buffer.from(macOf(body))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) throw refusal;
      const parsed = schema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
      if (!parsed.success) throw refusal;
      return parsed.data;
    },
  };
}
