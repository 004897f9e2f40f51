import { GraphQLError, Kind } from 'graphql';
import { currencyCode } from '../src/money.ts';
import { builder } from './builder.ts';

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function text(value: unknown, what: string): string {
  return typeof value === 'string' ? value : refuse(`${what} is a string.`);
}

/**
 * Null for what is no moment: Date rolls the 30th of February over, and takes a year below 1000 for another one when it
 * reads it back from Postgres.
 */
function instantOf(text: string): Date | null {
  const date = new Date(text);
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (!INSTANT.test(text) || Number.isNaN(date.getTime()) || Number.isNaN(day.getTime())) return null;
  const year = date.getUTCFullYear();
  const isOnCalendar = day.toISOString().startsWith(text.slice(0, 10));
  return isOnCalendar && year >= 1_000 && year <= 9_999 ? date : null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

builder.scalarType('DateTime', {
  description: 'A moment by RFC 3339, given in UTC with milliseconds: "2026-11-21T03:12:00.000Z".',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => {
    const instant = text(value, 'A DateTime');
    return instantOf(instant) ?? refuse('A DateTime looks like "2026-11-21T03:12:00Z".');
  },
});

builder.scalarType('Decimal', {
  description:
    'An exact decimal number as a string: "12.50". A JSON number is taken when it is whole, never a float.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value.toString();
    return typeof value === 'string'
      ? value
      : refuse('A Decimal is a string such as "12.50", never a float.');
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return node.value;
    return refuse('A Decimal is a string such as "12.50", never a float.');
  },
});

builder.scalarType('BigInt', {
  description: 'A whole number of any size, as a string: "1250".',
  serialize: (value) => value.toString(),
  parseValue: (value) => {
    const digits = typeof value === 'number' && Number.isSafeInteger(value) ? value.toString() : value;
    if (typeof digits !== 'string' || !/^-?\d{1,30}$/.test(digits))
      refuse('A BigInt is a whole number as a string.');
    return BigInt(digits);
  },
  parseLiteral: (node) => {
    const isNumber = node.kind === Kind.STRING || node.kind === Kind.INT;
    return isNumber && /^-?\d{1,30}$/.test(node.value)
      ? BigInt(node.value)
      : refuse('A BigInt is a whole number.');
  },
});

builder.scalarType('CurrencyCode', {
  description: 'A currency by ISO 4217: "INR".',
  serialize: (value) => value,
  parseValue: (value) => {
    try {
      return currencyCode(text(value, 'A CurrencyCode'));
    } catch {
      return refuse('A CurrencyCode is an ISO 4217 code such as "INR".');
    }
  },
});

builder.scalarType('CountryCode', {
  description: 'A country by ISO 3166-1 alpha-2: "IN".',
  serialize: (value) => value,
  parseValue: (value) => {
    const country = text(value, 'A CountryCode');
    return /^[A-Z]{2}$/.test(country)
      ? country
      : refuse('A CountryCode is two capital letters such as "IN".');
  },
});

builder.scalarType('EventCursor', {
  description: 'A place in the event log, to resume a live stream from. Opaque: its form may change.',
  serialize: (value) => value,
  parseValue: (value) => text(value, 'An EventCursor'),
});

builder.scalarType('File', {
  description:
    'A file of a multipart request (graphql-multipart-request-spec); send the header `X-Bottega: 1` with it.',
  serialize: () => refuse('Files go in, not out.'),
  parseValue: (value) => (isFile(value) ? value : refuse('A File comes as a part of a multipart request.')),
});

/** Told by what it can do: Yoga's parser has a File class of its own, and JSON brings no functions. */
function isFile(value: unknown): value is File {
  return (
    typeof value === 'object' &&
    value !== null &&
    'arrayBuffer' in value &&
    typeof value.arrayBuffer === 'function'
  );
}
