import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

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
  parse: (value) => (typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? value : null),
});

const Decimal = scalar('Decimal', { serialize: String, parse: textLike(/^-?\d{1,15}(\.\d{1,9})?$/) });

const SafeInt = scalar('SafeInt', {
  serialize: (value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new TypeError(`Not a safe integer: ${String(value)}`);
    return number;
  },
  parse: (value) => (Number.isSafeInteger(value) ? value : null),
});

const CurrencyCode = scalar('CurrencyCode', { serialize: String, parse: textLike(/^[A-Z]{3}$/) });

const Locale = scalar('Locale', { serialize: String, parse: textLike(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/) });

/** Resolvers of the scalars that every subgraph shares. */
export const scalars = { DateTime, Decimal, SafeInt, CurrencyCode, Locale };

function scalar(name: string, { serialize, parse }: { serialize: (value: unknown) => unknown; parse: (value: unknown) => unknown }) {
  const parseValue = (value: unknown) => {
    const parsed = parse(value);
    if (parsed === null) throw new GraphQLError(`${JSON.stringify(value)} is not a ${name}.`);
    return parsed;
  };
  return new GraphQLScalarType({
    name,
    serialize,
    parseValue,
    parseLiteral: (node) => {
      if (node.kind === Kind.STRING) return parseValue(node.value);
      if (node.kind === Kind.INT) return parseValue(Number(node.value));
      throw new GraphQLError(`This is not a ${name}.`);
    },
  });
}

function textLike(pattern: RegExp) {
  return (value: unknown) => (typeof value === 'string' && pattern.test(value) ? value : null);
}
