declare global {
  interface JSON {
    rawJSON(text: string): RawNumber;
    isRawJSON(value: unknown): value is RawNumber;
    parse(text: string, reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
  }
}

/** A number that JavaScript has no value for. `JSON.stringify` writes it as it was written. */
export interface RawNumber {
  readonly rawJSON: string;
}

/**
 * JSON in which numbers keep their text where JavaScript would change them: those beyond 2⁵³, with more digits than a double
 * has, or as large as `1e400`. A text is looked through for such numbers first, which costs little; most have none.
 */
export function parseExactly(text: string): unknown {
  const json = text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
  if (!LONG.test(json) && !HUGE.test(json)) return JSON.parse(json);
  return JSON.parse(json, withExactNumbers);
}

/** The same as a reviver of `JSON.parse`, for whoever leaves the parsing to others. */
export function withExactNumbers(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? exactNumber(context.source) : value;
}

/** The number that a JSON text is; its text where there is none. */
export function exactNumber(text: string): number | RawNumber {
  const number = Number(text);
  return isFaithful(number, text) ? number : JSON.rawJSON(text);
}

export function isRawNumber(value: unknown): value is RawNumber {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null && JSON.isRawJSON(value);
}

/** The same with the nearest number of JavaScript in place of each that is none; the value itself where it holds none. */
export function roundedNumbers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isRawNumber(value)) return Number(value.rawJSON);
  if (Array.isArray(value)) {
    const items = value.map(roundedNumbers);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value);
  const changed = entries.map(([key, inner]) => [key, roundedNumbers(inner)] as const);
  return changed.some(([, inner], index) => inner !== entries[index]?.[1]) ? Object.fromEntries(changed) : value;
}

const BYTE_ORDER_MARK = 0xfeff;

const [DIGITS, LONG_FRACTION] = [16, 20];
/** Written out, because the engine then skips eight characters at a time where there are none of these. */
const run = (of: string, length: number) => of.repeat(length);
/** A whole number with as many digits as may be too many, or a fraction that is longer than a double is written. */
const LONG = new RegExp(
  `${run('[\\d.]', DIGITS)}(?:(?<=[:,[\\s-]${run('\\d', DIGITS)})|${run('[\\d.]', LONG_FRACTION - DIGITS)}(?<=[:,[\\s-]${run('[\\d.]', LONG_FRACTION)}))`,
);
const HUGE = /\d[eE][+-]?\d\d\d(?<=[:,[\s]-?[\d.]+[eE][+-]?\d{3})/;

function isFaithful(number: number, text: string): boolean {
  if (String(number) === text) return true;
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '');
  return digits.length < DIGITS && Number.isFinite(number) && (number !== 0 || digits === '');
}
