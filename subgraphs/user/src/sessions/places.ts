import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { messageOf } from '@agora/platform/errors';
import type { Language } from '@agora/platform/input/sentence';
import { SettingsError } from '@agora/platform/service/settings';
import { type Response, Reader } from 'mmdb-lib';
import * as z from 'zod';

/** Roughly where network addresses are. */
export interface Places {
  /** To show: "Bogotá, Colombia"; null where it is not known. */
  of(ipAddress: string | null, language: Language): string | null;
  /** ISO 3166-1 alpha-2: "CO"; null where it is not known. */
  countryOf(ipAddress: string): string | null;
}

const Place = z.object({ names: z.partialRecord(z.enum(['en', 'es', 'pt-BR']), z.string()) });

/** What of an entry is shown, as databases of cities and of countries have it (https://dev.maxmind.com/geoip/docs/databases/city-and-country). */
const Entry = z.object({
  city: Place.optional(),
  country: Place.extend({
    iso_code: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  }).optional(),
});

/** The Portuguese of these databases is that of Brazil. */
const NAME_IN = { en: 'en', es: 'es', pt: 'pt-BR' } as const;

/** `file`: a database in the format of MaxMind, which is held in memory. Without one no place is known. */
export async function openPlaces(file: string | undefined): Promise<Places> {
  if (file === undefined) return { of: () => null, countryOf: () => null };
  const database = await open(file);
  const entryOf = (ipAddress: string) => {
    const version = isIP(ipAddress);
    // A file of IPv4 alone would take the first bytes of an address of IPv6 for another one.
    if (version === 0 || version > database.metadata.ipVersion) return null;
    return Entry.safeParse(database.get(ipAddress)).data ?? null;
  };
  return {
    of(ipAddress, language) {
      const entry = ipAddress === null ? null : entryOf(ipAddress);
      return [entry?.city, entry?.country].flatMap((place) => place?.names[NAME_IN[language]] ?? place?.names.en ?? []).join(', ') || null;
    },
    countryOf: (ipAddress) => entryOf(ipAddress)?.country?.iso_code ?? null,
  };
}

async function open(file: string): Promise<Reader<Response>> {
  try {
    return new Reader<Response>(await readFile(file));
  } catch (error) {
    throw new SettingsError([`PLACES_DATABASE: ${messageOf(error)}.`]);
  }
}
