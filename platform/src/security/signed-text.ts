import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a text is signed for. It is signed too, so that a text of one purpose never passes for one of another. */
export type Purpose = 'cursor' | 'identity' | 'refresh' | 'guest' | 'request' | 'replay' | 'provider' | 'media' | 'view' | 'wishlist';

/** A digest that nobody can make or guess without `secret`: HMAC (https://www.rfc-editor.org/rfc/rfc2104) with SHA-256, 43 characters. */
export function macOf(secret: string, purpose: Purpose, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}.${text}`).digest('base64url');
}

/** The text with its digest behind a dot. `macLength` shortens the digest where the text is to be short. */
export function signText(secret: string, purpose: Purpose, text: string, macLength?: number): string {
  return `${text}.${macOf(secret, purpose, text).slice(0, macLength)}`;
}

/** The text that was signed; null for what was not signed with this secret, for this purpose and at this length. */
export function verifiedText(secret: string, purpose: Purpose, signed: string, macLength?: number): string | null {
  const dot = signed.lastIndexOf('.');
  if (dot === -1) return null;
  const text = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1));
  const right = Buffer.from(macOf(secret, purpose, text).slice(0, macLength));
  return given.length === right.length && timingSafeEqual(given, right) ? text : null;
}
