import { amountOf, digitsOf, type Money } from '@agora/platform/money';
import type { Voice, Words } from './vocabulary.ts';
import { english } from './words.en.ts';
import { spanish } from './words.es.ts';
import { portuguese } from './words.pt.ts';

const LANGUAGES: ReadonlyMap<string, (voice: Voice) => Words> = new Map([
  ['en', english],
  ['es', spanish],
  ['pt', portuguese],
]);

/** The words for a BCP 47 tag: of the tag itself, else of what it begins with (es-CO, then es), else English. */
export function wordsFor(locale: string | null): Words {
  for (const tag of chain(locale)) {
    const language = LANGUAGES.get(tag);
    if (language) return language(voiceOf(isTag(locale) ? locale : tag));
  }
  return english(voiceOf('en'));
}

function chain(locale: string | null): string[] {
  const parts = locale?.toLowerCase().split('-') ?? [];
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** What other services say of a person is not always a well-formed tag. */
export function isTag(locale: string | null): locale is string {
  try {
    return Intl.getCanonicalLocales(locale ?? []).length === 1;
  } catch {
    return false;
  }
}

function voiceOf(locale: string): Voice {
  return {
    money: (amount) => formatOf(locale, amount.currencyCode).format(exact(amount)),
    list: (items) => listOf(locale).format(items),
  };
}

/** Whoever may choose a tag does not fill the memory with them. */
const MAX_FORMATS = 500;
const formats = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();

function formatOf(locale: string, currency: string): Intl.NumberFormat {
  return known(formats, `${locale} ${currency}`, () => {
    const [minimumFractionDigits, maximumFractionDigits] = [digitsOf(currency), digitsOf(currency)];
    return new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits, maximumFractionDigits });
  });
}

function listOf(locale: string): Intl.ListFormat {
  return known(lists, locale, () => new Intl.ListFormat(locale));
}

/** Making one takes longer than all the rest of a notification. */
function known<Format>(made: Map<string, Format>, name: string, make: () => Format): Format {
  const format = made.get(name) ?? make();
  if (made.size < MAX_FORMATS) made.set(name, format);
  return format;
}

/** As text, so that no amount is rounded on its way. */
function exact(amount: Money): Intl.StringNumericLiteral {
  return amountOf(amount) as Intl.StringNumericLiteral;
}
