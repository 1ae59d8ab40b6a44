import type * as z from 'zod';
import { Refusal } from '../errors.ts';
import { signText, verifiedText } from '../security/signed-text.ts';

/** Makes and reads the signed positions that clients hand back as `after`, `before`. */
export interface Cursors {
  encode(position: unknown): string;
  /** @throws BAD_USER_INPUT, naming `field`, what was not made here or does not fit. */
  decode<Position>(text: string, position: z.ZodType<Position>, field: string): Position;
}

const MAC_LENGTH = 16;

/** `secret` must be the same in every replica, or a cursor ends with the process that made it. */
export function createCursors(secret: string): Cursors {
  return {
    encode(position) {
      return signText(secret, 'cursor', Buffer.from(JSON.stringify(position)).toString('base64url'), MAC_LENGTH);
    },
    decode(text, schema, field) {
      const refusal = new Refusal('BAD_USER_INPUT', `The cursor in "${field}" is not one of ours.`, [field]);
      const body = verifiedText(secret, 'cursor', text, MAC_LENGTH);
      if (body === null) throw refusal;
      const parsed = schema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
      if (!parsed.success) throw refusal;
      return parsed.data;
    },
  };
}
