import { demoId } from './ids.ts';

/** Password of every demo account. */
export const DEMO_PASSWORD = 'agora-demo-2026';

/** Who is asked for a code beside the password, and what an authenticator app makes it of. */
export const DEMO_SECOND_FACTOR = { username: 'camille', secret: 'AGORADEMO2AGORADEMO2AGORADEMO2AG' };

export interface DemoPerson {
  readonly id: string;
  readonly email: string;
  readonly username: string;
  readonly displayName: string;
  readonly kind: 'CONSUMER' | 'BUSINESS' | 'SPECIALIST';
  readonly roles: readonly ('USER' | 'SELLER' | 'MODERATOR' | 'ADMIN')[];
  readonly isVerifiedSeller: boolean;
  readonly bio: string;
  readonly locale: string;
  readonly headline: string;
  readonly location: string;
  readonly countryCode: string;
  readonly languages: readonly string[];
  /** What their kind of profile tells besides. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Their address book, the default of everything first. */
  readonly addresses: readonly DemoAddress[];
}

export interface DemoAddress {
  readonly label: string;
  readonly line1: string;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string;
}

const person = (username: string, rest: Omit<DemoPerson, 'id' | 'email' | 'username'>): DemoPerson => ({
  id: demoId('usr', username),
  email: `${username}@agora.example`,
  username,
  ...rest,
});

/** Accounts of the demo data; the first four are those that the README names. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('buyer', {
    displayName: 'Marta Ruiz',
    kind: 'CONSUMER',
    roles: ['USER'],
    isVerifiedSeller: false,
    bio: 'Grows tomatoes on a balcony and buys everything else.',
    locale: 'en',
    headline: 'Balcony gardener',
    location: 'Madrid',
    countryCode: 'ES',
    languages: ['es', 'en'],
    details: { interestIds: [demoId('cat', 'garden'), demoId('cat', 'ceramics')] },
    addresses: [
      { label: 'Casa', line1: 'Calle del Olmo 12, 3.º B', city: 'Madrid', region: 'Madrid', postalCode: '28012' },
      { label: 'Trabajo', line1: 'Paseo de la Castellana 89', city: 'Madrid', region: 'Madrid', postalCode: '28046' },
    ],
  }),
  person('seller', {
    displayName: 'Taller Luna',
    kind: 'BUSINESS',
    roles: ['USER', 'SELLER'],
    isVerifiedSeller: true,
    bio: 'Stoneware thrown and glazed in a two-person workshop.',
    locale: 'en',
    headline: 'Stoneware, two pairs of hands',
    location: 'Oaxaca',
    countryCode: 'MX',
    languages: ['es', 'en'],
    details: { industry: 'Ceramics', foundedYear: 2009, size: 'UP_TO_10' },
    addresses: [],
  }),
  person('moderator', {
    displayName: 'Jonas Weber',
    kind: 'CONSUMER',
    roles: ['USER', 'MODERATOR'],
    isVerifiedSeller: false,
    bio: 'Keeps the discussions friendly.',
    locale: 'en',
    headline: 'Here to keep it friendly',
    location: 'Leipzig',
    countryCode: 'DE',
    languages: ['de', 'en'],
    details: {},
    addresses: [],
  }),
  person('admin', {
    displayName: 'Agora Team',
    kind: 'CONSUMER',
    roles: ['USER', 'ADMIN'],
    isVerifiedSeller: false,
    bio: 'Runs this marketplace.',
    locale: 'en',
    headline: 'Ask us anything',
    location: 'Everywhere',
    countryCode: 'ES',
    languages: ['en', 'es', 'pt'],
    details: {},
    addresses: [],
  }),
  person('finca', {
    displayName: 'Finca El Roble',
    kind: 'BUSINESS',
    roles: ['USER', 'SELLER'],
    isVerifiedSeller: true,
    bio: 'Coffee, honey and seeds from a family farm.',
    locale: 'es',
    headline: 'Café, miel y semillas',
    location: 'Salento, Quindío',
    countryCode: 'CO',
    languages: ['es'],
    details: { industry: 'Farming', foundedYear: 1974, size: 'UP_TO_50' },
    addresses: [{ label: 'Finca', line1: 'Vereda Boquía, km 2', city: 'Salento', region: 'Quindío', postalCode: '631020' }],
  }),
  person('nordic', {
    displayName: 'Nordic Timber Co.',
    kind: 'BUSINESS',
    roles: ['USER', 'SELLER'],
    isVerifiedSeller: true,
    bio: 'Furniture from certified ash and oak.',
    locale: 'en',
    headline: 'Certified ash and oak',
    location: 'Umeå',
    countryCode: 'SE',
    languages: ['sv', 'en'],
    details: { industry: 'Furniture', foundedYear: 1998, size: 'UP_TO_250' },
    addresses: [],
  }),
  person('volta', {
    displayName: 'Volta Electronics',
    kind: 'BUSINESS',
    roles: ['USER', 'SELLER'],
    isVerifiedSeller: true,
    bio: 'Repairable gadgets and the parts to repair them.',
    locale: 'en',
    headline: 'Made to be repaired',
    location: 'Porto',
    countryCode: 'PT',
    languages: ['pt', 'en'],
    details: { industry: 'Electronics', foundedYear: 2016, size: 'UP_TO_50' },
    addresses: [],
  }),
  person('brotes', {
    displayName: 'Vivero Brotes',
    kind: 'BUSINESS',
    roles: ['USER', 'SELLER'],
    isVerifiedSeller: false,
    bio: 'Native plants; waits to be verified.',
    locale: 'es',
    headline: 'Plantas nativas',
    location: 'Manizales, Caldas',
    countryCode: 'CO',
    languages: ['es'],
    details: { industry: 'Nursery', foundedYear: 2024, size: 'SOLO' },
    addresses: [],
  }),
  person('camille', {
    displayName: 'Camille Moreau',
    kind: 'SPECIALIST',
    roles: ['USER'],
    isVerifiedSeller: false,
    bio: 'Garden designer; answers questions about soil.',
    locale: 'en',
    headline: 'Gardens that need little water',
    location: 'Montpellier',
    countryCode: 'FR',
    languages: ['fr', 'en'],
    details: {
      profession: 'Garden designer',
      experienceYears: 14,
      hourlyRate: { minorUnits: 6_500, currencyCode: 'EUR' },
      isAvailable: true,
      certificates: [{ name: 'Landscape design', issuer: 'École de Versailles', issuedOn: '2012-06-30', url: null }],
    },
    addresses: [],
  }),
  person('diego', {
    displayName: 'Diego Paredes',
    kind: 'SPECIALIST',
    roles: ['USER'],
    isVerifiedSeller: false,
    bio: 'Veterinary nurse and weekend potter.',
    locale: 'es',
    headline: 'Enfermero veterinario, alfarero los domingos',
    location: 'Bogotá',
    countryCode: 'CO',
    languages: ['es', 'pt'],
    details: { profession: 'Veterinary nurse', experienceYears: 6, isAvailable: false },
    addresses: [],
  }),
  person('aisha', {
    displayName: 'Aisha Karim',
    kind: 'CONSUMER',
    roles: ['USER'],
    isVerifiedSeller: false,
    bio: 'Restores old chairs.',
    locale: 'en',
    headline: 'Old chairs, new seats',
    location: 'Leeds',
    countryCode: 'GB',
    languages: ['en', 'ur'],
    details: { interestIds: [demoId('cat', 'furniture')] },
    addresses: [{ label: 'Home', line1: '4 Brudenell Road', city: 'Leeds', region: null, postalCode: 'LS6 1HA' }],
  }),
];
