import { DAY_MS } from '@agora/platform/durations';
import { lock } from '@agora/platform/database/advisory-lock';
import { transaction } from '@agora/platform/database/database';
import { newRow } from '@agora/platform/database/new-row';
import { announce } from '@agora/platform/events/event-log';
import { demoId } from '@agora/schema/demo/ids';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from '@agora/schema/demo/people';
import { DEMO_SKILLS, type DemoSkill } from '@agora/schema/demo/skills';
import { demoPicturesOf } from '@agora/schema/demo/pictures';
import { SellerVerified } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { announceRegistered } from '../accounts/commands/announce-registered.ts';
import { Account } from '../accounts/model/account.ts';
import { Address, PURPOSES } from '../addresses/model/address.ts';
import { announceProfileCreated } from '../profiles/commands/announce-profile.ts';
import { Profile } from '../profiles/model/profile.ts';
import type { TaxIds } from '../profiles/tax-ids.ts';
import { SellerPage } from '../seller-pages/model/seller-page.ts';
import { SellerVerification } from '../sellers/model.ts';
import { AccountSkill, Skill } from '../skills/model.ts';
import { hashPassword } from '../sign-in/password.ts';
import type { Totp } from '../two-factor/totp.ts';
import { loadRelations } from './relations.ts';
import { loadSecurity } from './security.ts';

const FIRST_JOINED_DAYS_AGO = 400;
const DAYS_BETWEEN = 33;

/** Makes the demo accounts where there is no account yet. */
export async function loadDemo(em: EntityManager, { totp, taxIds }: { totp: Totp; taxIds: TaxIds }): Promise<void> {
  if ((await em.count(Account)) > 0) return;
  // They all have one password, and a hash takes a while.
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await transaction(em, async (tx) => {
    await lock(tx, 'demo data');
    if ((await tx.count(Account)) > 0) return;
    const profiles = DEMO_PEOPLE.map((person, index) => {
      const profile = profileOf(person, passwordHash, joined(index));
      tx.persist([
        profile,
        ...addressesOf(person, profile.account),
        ...verificationsOf(person, profile, taxIds),
        ...shopOf(person, profile.account),
      ]);
      return profile;
    });
    tx.persist(DEMO_SKILLS.flatMap((skill) => skillOf(skill, profiles)));
    loadSecurity(tx, totp, (username) => accountIn(profiles, username));
    await tx.flush();
    for (const profile of profiles) {
      await announceRegistered(tx, profile.account);
      await announceProfileCreated(tx, profile);
      if (profile.isVerifiedSeller)
        await announce(tx, SellerVerified, { userId: profile.account.id, storeName: profile.account.displayName });
    }
    await loadRelations(tx, (username) => accountIn(profiles, username));
  });
}

function accountIn(profiles: readonly Profile[], username: string): Account {
  const profile = profiles.find(({ account }) => account.username === username);
  if (!profile) throw new Error(`Nobody of the demo is called ${username}.`);
  return profile.account;
}

function joined(index: number): Date {
  return new Date(Date.now() - (FIRST_JOINED_DAYS_AGO - index * DAYS_BETWEEN) * DAY_MS);
}

function profileOf(person: DemoPerson, passwordHash: string, now: Date): Profile {
  const account = Account.register({ ...person, passwordHash }, now);
  account.verifyEmail(now);
  for (const role of person.roles) account.grant(role, now);
  const { kind, bio, headline, location, countryCode, languages } = person;
  const profile = Profile.of(account, { id: demoId('prf', person.username), kind, bio });
  profile.present({ headline, location, countryCode, languages: [...languages] }, now);
  const { avatarId, portfolioIds } = demoPicturesOf(person);
  account.portray(avatarId, now);
  profile.tell(kind, { ...person.details, ...(kind === 'SPECIALIST' && { portfolioIds }) }, now);
  if (person.isVerifiedSeller) profile.verify(now);
  return profile;
}

function addressesOf({ username, displayName, countryCode, addresses }: DemoPerson, account: Account): Address[] {
  return addresses.map(({ label, ...where }, index) => {
    const postalAddress = { recipientName: displayName, companyName: null, line2: null, phone: null, countryCode, ...where };
    return Address.of(
      account,
      demoId('adr', `${username} ${label}`),
      { label, postalAddress },
      index === 0 ? PURPOSES : [],
      account.createdAt,
    );
  });
}

/** What whoever sells shows of their shop. */
function shopOf(person: DemoPerson, account: Account): SellerPage[] {
  if (!person.roles.includes('SELLER')) return [];
  const { logoId, bannerId } = demoPicturesOf(person);
  const page = SellerPage.of(account);
  page.say({ tagline: person.headline, location: person.location, countryCode: person.countryCode, logoId, bannerId });
  return [page];
}

/** Of whoever sells: approved of those who are verified, else waiting. */
function verificationsOf(
  { username, displayName, countryCode, roles }: DemoPerson,
  { account, isVerifiedSeller }: Profile,
  taxIds: TaxIds,
): SellerVerification[] {
  if (!roles.includes('SELLER')) return [];
  const claim = {
    legalName: displayName,
    countryCode,
    registrationNumber: null,
    sealedTaxId: taxIds.seal(`${countryCode}-000-000-000`),
    address: null,
    documentIds: [],
    note: null,
  };
  const verification = SellerVerification.of(account, demoId('svr', username), claim, account.createdAt);
  if (isVerifiedSeller) verification.approve(demoId('usr', 'admin'), account.createdAt);
  return [verification];
}

function skillOf({ id, key, names, people }: DemoSkill, profiles: readonly Profile[]): object[] {
  const holders = profiles.filter(({ account }) => people.includes(account.username));
  const skill = newRow(Skill, { id, key, names, userCount: holders.length });
  const position = DEMO_SKILLS.findIndex((known) => known.key === key);
  return [skill, ...holders.map(({ account }) => newRow(AccountSkill, { account, skill, position }))];
}
