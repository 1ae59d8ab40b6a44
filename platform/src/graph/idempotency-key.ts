const KEY = /^[^\p{Cc}\p{Cs}]{1,255}$/u;

/** Whether this can be an idempotency key: 1 to 255 characters of any writing, none of them a control character or half of one. */
export function isIdempotencyKey(text: string): boolean {
  return KEY.test(text);
}
