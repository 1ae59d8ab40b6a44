import { domainToASCII } from 'node:url';

const MAX_LENGTH = 254;
/** A dot-atom of RFC 5322, section 3.2.3 (https://www.rfc-editor.org/rfc/rfc5322#section-3.2.3), in small letters. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const MAX_LOCAL_PART_LENGTH = 64;
/** As people write one, in any script; what a URL would decode or leave out is none. */
const DOMAIN = /^[\p{L}\p{M}\p{N}\u200c\u200d.\u3002\uff0e\uff61-]+$/u;
/** Two labels or more, the last one no number, which would be an address of IPv4. */
const ASCII_DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * The one form of an e-mail address, so that one address is one account: in small letters, wide ones made narrow, its domain in punycode
 * (`ana@bücher.example` → `ana@xn--bcher-kva.example`, https://www.rfc-editor.org/rfc/rfc5891). Null for what is no address.
 */
export function emailFrom(text: string): string | null {
  const email = text.trim();
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(at, 0)).normalize('NFKC').toLowerCase();
  const domain = email.slice(at + 1);
  if (local.length > MAX_LOCAL_PART_LENGTH || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) return null;
  const ascii = domainToASCII(domain);
  if (!ASCII_DOMAIN.test(ascii)) return null;
  return local.length + 1 + ascii.length > MAX_LENGTH ? null : `${local}@${ascii}`;
}
