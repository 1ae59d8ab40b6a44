/** https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 5;
const RANGE = 32 ** LENGTH;
const FACTOR = 20_014_423;

/** What `orderNumber` makes; a text that does not fit is no order's number. */
export const ORDER_NUMBER = /^A-\d{8}-[0-9A-HJKMNP-TV-Z]{5}$/;

/**
 * The number that people call an order by, for example `A-20261122-7KQ4M`: the day it was placed (UTC) and a code.
 * `serial` counts the orders. The factor shares no divisor with the range, so the codes of 33 million orders in a row differ,
 * and two of them do not tell how many orders are between them.
 */
export function orderNumber(placedAt: Date, serial: number): string {
  const day = placedAt.toISOString().slice(0, 10).replaceAll('-', '');
  let rest = ((serial % RANGE) * FACTOR) % RANGE;
  let code = '';
  for (let i = 0; i < LENGTH; i++) {
    code = ALPHABET.charAt(rest % 32) + code;
    rest = Math.floor(rest / 32);
  }
  return `A-${day}-${code}`;
}
