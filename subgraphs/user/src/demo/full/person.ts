import { DAY_MS } from '@agora/platform/durations';
import { demoId } from '@agora/schema/demo/ids';
import { Account } from '../../accounts/model/account.ts';
import { usernameFrom } from '../../accounts/model/username.ts';
import { Address, PURPOSES } from '../../addresses/model/address.ts';
import { Profile, type ProfileKind } from '../../profiles/model/profile.ts';
import { COUNTRIES, type Country } from './places.ts';
import { type Random, randomOf } from '@agora/schema/demo/random';
import { type Trade, TRADES } from './trades.ts';

const JOINED_WITHIN_DAYS = 730;

/** How many of a thousand are of each kind. */
const KINDS: readonly { readonly kind: ProfileKind; readonly share: number }[] = [
  { kind: 'CONSUMER', share: 705 },
  { kind: 'SPECIALIST', share: 200 },
  { kind: 'BUSINESS', share: 95 },
];
const VERIFIED_OF_TEN = 8;

export interface FullPerson {
  readonly profile: Profile;
  readonly address: Address;
  /** What they can do, the best first. */
  readonly trades: readonly Trade[];
}

/** Somebody believable, the same for the same number. */
export function fullPerson(number: number, passwordHash: string, now: Date): FullPerson {
  const random = randomOf(number);
  const country = random.weighed(COUNTRIES, ({ share }) => share);
  const { kind } = random.weighed(KINDS, ({ share }) => share);
  const account = accountOf(number, country, random, passwordHash, now);
  const trades = kind === 'CONSUMER' ? [] : [...new Set([random.one(TRADES), random.one(TRADES), random.one(TRADES)])];
  const city = random.weighed(country.cities, ({ population }) => population);
  const profile = Profile.of(account, { id: demoId('prf', account.username), kind, bio: bioOf(trades, country, random) });
  const spoken = spokenIn(country);
  const [first] = trades;
  profile.present(
    {
      headline: first ? `${first.profession[spoken]} · ${city.name}` : null,
      location: city.name,
      countryCode: country.code,
      languages: random.number(3) === 0 ? [...country.languages] : country.languages.slice(0, 1),
    },
    account.createdAt,
  );
  if (kind === 'SPECIALIST' && first) {
    const told = { profession: first.profession[spoken], experienceYears: 1 + random.number(30), isAvailable: random.number(2) === 0 };
    profile.tell('SPECIALIST', told, account.createdAt);
  }
  if (kind === 'BUSINESS' && random.number(10) < VERIFIED_OF_TEN) profile.verify(account.createdAt);
  const postalAddress = {
    recipientName: account.displayName,
    companyName: null,
    line1: `${random.one(country.streets)} ${1 + random.number(180)}`,
    line2: null,
    city: city.name,
    region: city.region,
    postalCode: city.postalCode,
    countryCode: country.code,
    phone: null,
  };
  const address = Address.of(account, demoId('adr', account.username), { label: null, postalAddress }, PURPOSES, account.createdAt);
  return { profile, address, trades };
}

function accountOf(number: number, country: Country, random: Random, passwordHash: string, now: Date): Account {
  const { firstNames, lastNames, hasTwoLastNames, locale, currencyCode, timeZone } = country;
  const names = [random.one(firstNames), random.one(lastNames), ...(hasTwoLastNames ? [random.one(lastNames)] : [])];
  const displayName = names.join(' ');
  const username = `${usernameFrom(displayName).slice(0, 22).replace(/-$/, '')}-${number.toString(36)}`;
  const joined = new Date(now.getTime() - random.number(JOINED_WITHIN_DAYS * DAY_MS));
  const email = `${username}@people.example`;
  const id = demoId('usr', `full ${number}`);
  const account = Account.register({ id, email, username, displayName, passwordHash, locale, currencyCode, timeZone }, joined);
  account.verifyEmail(joined);
  return account;
}

function bioOf(trades: readonly Trade[], country: Country, random: Random): string | null {
  const [first] = trades;
  if (!first) return null;
  const spoken = spokenIn(country);
  const [skill = ''] = first.skill.names.flatMap(({ locale, text }) => (locale === spoken ? [text.toLowerCase()] : []));
  const years = 1 + random.number(30);
  if (spoken === 'es') return `Trabajo en ${skill} desde hace ${years} años, con materiales de la región y pedidos a medida.`;
  if (spoken === 'pt') return `Trabalho com ${skill} há ${years} anos, com materiais da região e encomendas sob medida.`;
  return `I have worked in ${skill} for ${years} years, with materials from nearby and to order.`;
}

function spokenIn({ locale }: Country): 'en' | 'es' | 'pt' {
  if (locale.startsWith('es')) return 'es';
  return locale.startsWith('pt') ? 'pt' : 'en';
}
