import * as z from 'zod';
import { said } from './input/said.ts';
import { sentences } from './input/sentences.ts';

/** An amount in one currency; `minorUnits` is a safe integer. */
export interface Money {
  readonly minorUnits: number;
  readonly currencyCode: string;
}

/** Digits behind the decimal point where they are not two (https://www.iso.org/iso-4217-currency-codes.html). */
const DIGITS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
}; // prettier-ignore

export function digitsOf(currencyCode: string): number {
  return DIGITS[currencyCode] ?? 2;
}

/** `{ minorUnits: 129900, currencyCode: 'EUR' }` → `"1299.00"`. */
export function amountOf({ minorUnits, currencyCode }: Money): string {
  const digits = digitsOf(currencyCode);
  const sign = minorUnits < 0 ? '-' : '';
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `"1299.00"` in EUR → 129900; null when it has more digits than the currency, or is no number of safe size. */
export function minorUnitsOf(amount: string, currencyCode: string): number | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(amount);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = digitsOf(currencyCode);
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const units = Number(`${sign}${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  return Number.isSafeInteger(units) ? units : null;
}

/** The sum of amounts in one currency. Mixing currencies is a bug of the caller. */
export function sumOf(currencyCode: string, amounts: readonly Money[]): Money {
  let minorUnits = 0;
  for (const amount of amounts) {
    if (amount.currencyCode !== currencyCode) throw new TypeError(`Cannot add ${amount.currencyCode} to ${currencyCode}.`);
    minorUnits += amount.minorUnits;
  }
  return { minorUnits, currencyCode };
}

const known = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is an ISO 4217 code that the marketplace can count in. */
export function isCurrencyCode(code: string): boolean {
  return known.has(code);
}

/** `MoneyInput` of the graph → `Money`; the amount is at least 0 and fits the currency. */
export const MoneyInput = z
  .object({ amount: z.string(), currencyCode: z.string() })
  .transform(({ amount, currencyCode }, context): Money => {
    const minorUnits = minorUnitsOf(amount, currencyCode);
    if (minorUnits !== null && minorUnits >= 0) return { minorUnits, currencyCode };
    context.addIssue({ code: 'custom', path: ['amount'], ...said(sentences.noAmount(digitsOf(currencyCode))) });
    return { minorUnits: 0, currencyCode };
  });
