import { randomUUID } from 'node:crypto';

declare global {
  interface JSON {
    rawJSON(text: string): RawNumber;
    isRawJSON(value: unknown): value is RawNumber;
  }
}

/** A number that JavaScript has no value for. `JSON.stringify` writes it as it was written. */
export interface RawNumber {
  readonly rawJSON: string;
}

/**
 * JSON in which numbers keep their text where JavaScript would change them: those beyond 2⁵³, with more digits than a double
 * has, or as large as `1e400`. A text is looked through for such numbers first, which costs little; most have none. A reviver of
 * `JSON.parse`, called for every value of the others, would take ten times as long, and whoever sends them is not known yet.
 * `mayBeHuge`: whether numbers may be in it that only an exponent makes too large.
 */
export function parseExactly(text: string, mayBeHuge = true): unknown {
  const json = text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
  if (!LONG.test(json) && !(mayBeHuge && EXPONENT.test(json) && HUGE.test(json))) {
    const value: unknown = JSON.parse(json);
    // Nothing stands before a number that is the whole text.
    return typeof value === 'number' ? exactNumber(json.trim()) : value;
  }
  const { marked, numbers } = markNumbers(json);
  return putBack(JSON.parse(marked), numbers);
}

/** The number that a JSON text is; its text where there is none. */
export function exactNumber(text: string): number | RawNumber {
  const number = Number(text);
  return isFaithful(number, text) ? number : JSON.rawJSON(text);
}

export function isRawNumber(value: unknown): value is RawNumber {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null && JSON.isRawJSON(value);
}

/** The same with the nearest number of JavaScript in place of each below it that is none; the object itself where there are none. */
export function roundedNumbers<Holder extends object>(holder: Holder): Holder {
  let hasSome = false;
  eachBelow(holder, (value) => void (hasSome ||= isRawNumber(value)));
  return hasSome ? copyOf(holder, (value) => (isRawNumber(value) ? Number(value.rawJSON) : value)) : holder;
}

const BYTE_ORDER_MARK = 0xfeff;

const [DIGITS, LONG_FRACTION] = [16, 20];
/** Written out, because the engine then skips eight characters at a time where there are none of these. */
const run = (of: string, length: number) => of.repeat(length);
/** A whole number with as many digits as may be too many, or a fraction that is longer than a double is written. */
const LONG = new RegExp(
  `${run('[\\d.]', DIGITS)}(?:(?<=[:,[\\s-]${run('\\d', DIGITS)})|${run('[\\d.]', LONG_FRACTION - DIGITS)}(?<=[:,[\\s-]${run('[\\d.]', LONG_FRACTION)}))`,
);
/** Wherever `HUGE` is; looked for first, because nothing behind it keeps the engine from skipping. */
const EXPONENT = /[0-9.][eE][0-9+-][0-9][0-9]/;
const HUGE = /\d[eE][+-]?\d\d\d(?<=[:,[\s]-?[\d.]+[eE][+-]?\d{3})/;

/** No text of a client is this one. */
const MARK = randomUUID();
const [QUOTE, BACKSLASH, PLUS, COMMA, MINUS, SLASH, ZERO, NINE, CAPITAL_E, SMALL_E] = [
  0x22, 0x5c, 0x2b, 0x2c, 0x2d, 0x2f, 0x30, 0x39, 0x45, 0x65,
];

/** The text with a mark in place of each number that JavaScript would change; throws where a number is none. */
function markNumbers(json: string): { readonly marked: string; readonly numbers: readonly RawNumber[] } {
  const numbers: RawNumber[] = [];
  let marked = '';
  let copied = 0;
  for (let at = 0; at < json.length;) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfString(json, at + 1);
    else if (code !== MINUS && !(code >= ZERO && code <= NINE)) at++;
    else {
      const end = endOfNumber(json, at + 1);
      const number = end - at < SHORTEST ? 0 : exactNumber(json.slice(at, end));
      if (typeof number !== 'number') {
        marked += `${json.slice(copied, at)}"${MARK}${numbers.push(number) - 1}"`;
        copied = end;
      }
      at = end;
    }
  }
  return { marked: marked + json.slice(copied), numbers };
}

function endOfString(json: string, from: number): number {
  let at = from;
  while (at < json.length && json.charCodeAt(at) !== QUOTE) at += json.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

function endOfNumber(json: string, from: number): number {
  let at = from;
  while (isPartOfNumber(json.charCodeAt(at))) at++;
  return at;
}

/** Of the characters from plus to nine all but comma and slash, and the letter of exponents. */
function isPartOfNumber(code: number): boolean {
  return code >= PLUS && code <= NINE ? code !== COMMA && code !== SLASH : code === SMALL_E || code === CAPITAL_E;
}

/** `1e400` */
const SHORTEST = 5;

function putBack(value: unknown, numbers: readonly RawNumber[]): unknown {
  const root = { value };
  eachBelow(root, (inner, holder, key) => {
    if (typeof inner === 'string' && inner.startsWith(MARK)) put(holder, key, numbers[Number(inner.slice(MARK.length))]);
  });
  return root.value;
}

/** Without recursion: what clients send may be nested deeper than the stack. */
function eachBelow(root: object, take: (value: unknown, holder: object, key: PropertyKey) => void): void {
  const open = [root];
  for (let holder = open.pop(); holder; holder = open.pop()) {
    for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
      const value: unknown = Reflect.get(holder, key);
      take(value, holder, key);
      if (typeof value === 'object' && value !== null && !isRawNumber(value)) open.push(value);
    }
  }
}

/** With what `change` makes of every value that holds no others. */
function copyOf<Holder extends object>(root: Holder, change: (leaf: unknown) => unknown): Holder {
  const copies = new Map<unknown, object>();
  const begun = (holder: object) => {
    const copy = Array.isArray(holder) ? [] : {};
    copies.set(holder, copy);
    return copy;
  };
  const copy = begun(root);
  eachBelow(root, (value, holder, key) => {
    const isHolder = typeof value === 'object' && value !== null && !isRawNumber(value);
    put(copies.get(holder) ?? {}, key, isHolder ? begun(value) : change(value));
  });
  return copy as Holder;
}

function put(holder: object, key: PropertyKey, value: unknown): void {
  if (key !== '__proto__') Reflect.set(holder, key, value);
  else Reflect.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function isFaithful(number: number, text: string): boolean {
  if (String(number) === text) return true;
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '');
  return digits.length < DIGITS && Number.isFinite(number) && (number !== 0 || digits === '');
}
