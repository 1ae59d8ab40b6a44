import { iso31661 } from 'iso-3166';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { canonicalLocale } from '../input/locale.ts';
import { instantOf } from './instant.ts';
import { isCurrencyCode } from '../money.ts';

/** How PostgreSQL writes an instant in UTC: always a real one, with as many decimals as it takes. */
const POSTGRES_INSTANT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/;

/** Takes RFC 3339 text; gives UTC with milliseconds, from a `Date` or from PostgreSQL's text. */
const DateTime = scalar('DateTime', {
  serialize: (value) => {
    const [, day, time, decimals = ''] = (typeof value === 'string' && POSTGRES_INSTANT.exec(value)) || [];
    // A Date would cost more than everything else about the field.
    if (day) return `${day}T${time}.${decimals.slice(0, 3).padEnd(3, '0')}Z`;
    const date = value instanceof Date ? value : new Date(String(value));
    if (Number.isNaN(date.getTime())) throw new TypeError(`Not an instant: ${String(value)}`);
    return date.toISOString();
  },
  parse: (value) => (typeof value === 'string' ? instantOf(value) : null),
  wanted: 'an instant of the years 1 to 9999 as RFC 3339 writes it, in quotes: "2026-11-22T09:30:00Z"',
});

const Decimal = scalar('Decimal', {
  serialize: String,
  parse: textLike(/^-?\d{1,15}(\.\d{1,9})?$/),
  wanted: 'a number of at most 15 digits and 9 decimals, in quotes: "1299.00"',
});

const SafeInt = scalar('SafeInt', {
  serialize: (value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new TypeError(`Not a safe integer: ${String(value)}`);
    return number;
  },
  parse: (value) => (Number.isSafeInteger(value) ? value : null),
  wanted: 'a whole number from -(2^53-1) to 2^53-1',
});

const CurrencyCode = scalar('CurrencyCode', {
  serialize: String,
  parse: (value) => (typeof value === 'string' && isCurrencyCode(value) ? value : null),
  wanted: 'the ISO 4217 code of a currency, in capitals: "EUR"',
});

/** RFC 5646, 4.4.1, promises that this is enough. */
const MAX_LOCALE_LENGTH = 35;

const Locale = scalar('Locale', {
  serialize: String,
  parse: (value) => (typeof value === 'string' && value.length <= MAX_LOCALE_LENGTH ? canonicalLocale(value) : null),
  wanted: `a BCP 47 language tag of at most ${MAX_LOCALE_LENGTH} characters: "es-CO"`,
});

const CalendarDate = scalar('Date', {
  serialize: String,
  parse: (value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && instantOf(`${value}T00:00:00Z`) ? value : null),
  wanted: 'a day of the years 1 to 9999, in quotes: "2026-11-22"',
});

const MAX_URL_LENGTH = 2_048;

const WebAddress = scalar('URL', {
  serialize: String,
  parse: (value) => (typeof value === 'string' && value.length <= MAX_URL_LENGTH ? webAddress(value) : null),
  wanted: `an absolute URL of https or http, at most ${MAX_URL_LENGTH} characters long: "https://agora.example"`,
});

const COUNTRIES: ReadonlySet<unknown> = new Set(iso31661.map(({ alpha2 }) => alpha2));

const CountryCode = scalar('CountryCode', {
  serialize: String,
  parse: (value) => (COUNTRIES.has(value) ? value : null),
  wanted: 'the ISO 3166-1 code of a country, two capitals: "CO"',
});

const TimeZone = scalar('TimeZone', {
  serialize: String,
  parse: (value) => (typeof value === 'string' ? timeZone(value) : null),
  wanted: 'a name of the IANA time zone database: "America/Bogota"',
});

/** Resolvers of the scalars that every subgraph shares. */
export const scalars = { DateTime, Decimal, SafeInt, CurrencyCode, Locale, Date: CalendarDate, URL: WebAddress, CountryCode, TimeZone };

interface ScalarRules {
  readonly serialize: (value: unknown) => unknown;
  /** What resolvers get for what a client sent; null where that is refused. */
  readonly parse: (value: unknown) => unknown;
  /** Ends the sentence that a client is refused with; what it sent is not repeated. */
  readonly wanted: string;
}

function scalar(name: string, { serialize, parse, wanted }: ScalarRules): GraphQLScalarType {
  const refusal = (nodes?: ValueNode) =>
    new GraphQLError(`A ${name} is ${wanted}.`, { nodes: nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });
  return new GraphQLScalarType({
    name,
    serialize,
    parseValue: (value) => {
      const parsed = parse(value);
      if (parsed === null) throw refusal();
      return parsed;
    },
    parseLiteral: (node) => {
      const parsed = parse(node.kind === Kind.STRING ? node.value : node.kind === Kind.INT ? Number(node.value) : null);
      if (parsed === null) throw refusal(node);
      return parsed;
    },
  });
}

function textLike(pattern: RegExp) {
  return (value: unknown) => (typeof value === 'string' && pattern.test(value) ? value : null);
}

/** As a browser would write it; null for what a page must not link to, such as `javascript:`. */
function webAddress(text: string): string | null {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}

/** An offset such as `+01:00`, which `Intl` takes too, is no zone. */
function timeZone(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    const { timeZone: known } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // Another name of the same zone, such as an old one, stays as it was given.
    return known.toLowerCase() === name.toLowerCase() ? known : name;
  } catch {
    return null;
  }
}
