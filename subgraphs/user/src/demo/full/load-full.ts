import { query, transaction } from '@agora/platform/database/database';
import { newRow } from '@agora/platform/database/new-row';
import { announce } from '@agora/platform/events/event-log';
import { DEMO_PASSWORD } from '@agora/schema/demo/people';
import { demoId } from '@agora/schema/demo/ids';
import { SellerVerified } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { announceRegistered } from '../../accounts/commands/announce-registered.ts';
import { Account } from '../../accounts/model/account.ts';
import { announceProfileCreated } from '../../profiles/commands/announce-profile.ts';
import { hashPassword } from '../../sign-in/password.ts';
import { recountSkills } from '../../skills/commands/edit-catalogue.ts';
import { AccountSkill, Skill } from '../../skills/model.ts';
import { fullPerson } from './person.ts';
import { TRADES } from './trades.ts';

/** Written together: what is in memory at a time. */
const BATCH = 500;

/**
 * Makes so many believable people, and goes on where it was ended; `progress` hears how many there are. Everybody has the password of the
 * demo, and whoever follows events hears of them as of anybody who registers.
 */
export async function loadFull(fork: () => EntityManager, count: number, progress: (done: number) => void): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const now = new Date();
  const skillIds = await ensureSkills(fork());
  for (let first = 0; first < count; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => first + index);
    await transaction(fork(), (tx) => loadBatch(tx, numbers, { passwordHash, now, skillIds }));
    progress(first + numbers.length);
  }
  await recountSkills(fork());
  // Until PostgreSQL looks by itself, minutes later, it would plan reads as if the tables were nearly empty.
  await query(fork(), 'analyze');
}

interface Made {
  readonly passwordHash: string;
  readonly now: Date;
  /** By key. */
  readonly skillIds: ReadonlyMap<string, string>;
}

async function loadBatch(tx: EntityManager, numbers: readonly number[], { passwordHash, now, skillIds }: Made): Promise<void> {
  const known = await tx.find(Account, { id: numbers.map((number) => demoId('usr', `full ${number}`)) }, { fields: ['id'] });
  const isThere = new Set(known.map(({ id }) => id));
  const people = numbers
    .filter((number) => !isThere.has(demoId('usr', `full ${number}`)))
    .map((number) => fullPerson(number, passwordHash, now));
  for (const { profile, address, trades } of people) {
    const { account } = profile;
    tx.persist([profile, address]);
    for (const [position, { skill }] of trades.entries()) {
      tx.persist(newRow(AccountSkill, { account, skill: tx.getReference(Skill, skillIds.get(skill.key) ?? skill.id), position }));
    }
  }
  await tx.flush();
  for (const { profile } of people) {
    await announceRegistered(tx, profile.account);
    await announceProfileCreated(tx, profile);
    if (profile.isVerifiedSeller)
      await announce(tx, SellerVerified, { userId: profile.account.id, storeName: profile.account.displayName });
  }
}

async function ensureSkills(em: EntityManager): Promise<Map<string, string>> {
  return transaction(em, async (tx) => {
    const keys = TRADES.map(({ skill }) => skill.key);
    const known = new Map((await tx.find(Skill, { key: keys })).map(({ id, key }) => [key, id]));
    for (const { skill } of TRADES) {
      if (known.has(skill.key)) continue;
      tx.persist(newRow(Skill, { ...skill, userCount: 0 }));
      known.set(skill.key, skill.id);
    }
    return known;
  });
}
