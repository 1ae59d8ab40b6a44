import { demoId } from './ids.ts';

/** Password of every demo account. */
export const DEMO_PASSWORD = 'agora-demo-2026';

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
  }),
  person('seller', {
    displayName: 'Taller Luna',
    kind: 'BUSINESS',
    roles: ['USER', 'SELLER'],
    isVerifiedSeller: true,
    bio: 'Stoneware thrown and glazed in a two-person workshop.',
    locale: 'en',
  }),
  person('moderator', {
    displayName: 'Jonas Weber',
    kind: 'CONSUMER',
    roles: ['USER', 'MODERATOR'],
    isVerifiedSeller: false,
    bio: 'Keeps the discussions friendly.',
    locale: 'en',
  }),
  person('admin', {
    displayName: 'Agora Team',
    kind: 'CONSUMER',
    roles: ['USER', 'ADMIN'],
    isVerifiedSeller: false,
    bio: 'Runs this marketplace.',
    locale: 'en',
  }),
  person('finca', {
    displayName: 'Finca El Roble',
    kind: 'BUSINESS',
    roles: ['USER', 'SELLER'],
    isVerifiedSeller: true,
    bio: 'Coffee, honey and seeds from a family farm.',
    locale: 'es',
  }),
  person('nordic', {
    displayName: 'Nordic Timber Co.',
    kind: 'BUSINESS',
    roles: ['USER', 'SELLER'],
    isVerifiedSeller: true,
    bio: 'Furniture from certified ash and oak.',
    locale: 'en',
  }),
  person('volta', {
    displayName: 'Volta Electronics',
    kind: 'BUSINESS',
    roles: ['USER', 'SELLER'],
    isVerifiedSeller: true,
    bio: 'Repairable gadgets and the parts to repair them.',
    locale: 'en',
  }),
  person('camille', {
    displayName: 'Camille Moreau',
    kind: 'SPECIALIST',
    roles: ['USER'],
    isVerifiedSeller: false,
    bio: 'Garden designer; answers questions about soil.',
    locale: 'en',
  }),
  person('diego', {
    displayName: 'Diego Paredes',
    kind: 'SPECIALIST',
    roles: ['USER'],
    isVerifiedSeller: false,
    bio: 'Veterinary nurse and weekend potter.',
    locale: 'es',
  }),
  person('aisha', {
    displayName: 'Aisha Karim',
    kind: 'CONSUMER',
    roles: ['USER'],
    isVerifiedSeller: false,
    bio: 'Restores old chairs.',
    locale: 'en',
  }),
];
