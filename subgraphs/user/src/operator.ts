import { openDatabase } from '@agora/platform/database/database';
import { messageOf } from '@agora/platform/errors';
import { createLogger } from '@agora/platform/observe/logging';
import { migrationsOf } from '@agora/platform/service/service-files';
import { databaseUrlSetting, readSettings } from '@agora/platform/service/settings';
import type { EntityManager } from '@mikro-orm/postgresql';
import { verifyEmail } from './accounts/commands/verify-email.ts';
import { ROLES } from './accounts/model/role.ts';
import { entities } from './entities.ts';
import { grantRole } from './people/grant-role.ts';
import { restoreAccount } from './people/restore-account.ts';
import { suspendAccount } from './people/suspend-account.ts';
import { verifySeller } from './sellers/commands/verify-seller.ts';

const USE = 'Use: grant EMAIL ROLE, verify EMAIL, verify-email EMAIL USERNAME, suspend EMAIL or restore EMAIL.';
/** What the person reads who is suspended from here. */
const BY_OPERATOR = 'By an operator.';
const TAKE_MORE = new Set(['grant', 'verify-email']);

/** What an operator may do from a shell; each answers with one sentence. Events leave through the running service. */
const VERBS: Readonly<Record<string, Verb>> = {
  async grant(em, email, given) {
    const role = ROLES.find((known) => known === given);
    if (!role) throw new Error(`A role is one of ${ROLES.join(', ')}.`);
    return (await grantRole(em, { who: { email }, role }))
      ? `${email} has the role ${role} now.`
      : `${email} has the role ${role} already.`;
  },
  async verify(em, email) {
    return (await verifySeller(em, { email })) ? `${email} is a verified seller now.` : `${email} is a verified seller already.`;
  },
  async 'verify-email'(em, email, username) {
    if (!username) throw new Error(USE);
    const isNew = await verifyEmail(em, { email, username });
    return isNew ? `${email} belongs to ${username} now.` : `${email} belongs to ${username} already.`;
  },
  async suspend(em, email) {
    return (await suspendAccount(em, { who: { email }, reason: BY_OPERATOR, until: null, by: null }))
      ? `${email} is suspended now, and signed out.`
      : `${email} is suspended already.`;
  },
  async restore(em, email) {
    return (await restoreAccount(em, { who: { email } })) ? `${email} may sign in and buy again.` : `${email} is not suspended.`;
  },
};

type Verb = (em: EntityManager, email: string, more: string | undefined) => Promise<string>;

try {
  console.log(await operate(process.argv.slice(2)));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}

async function operate([name = '', email, more, ...rest]: readonly string[]): Promise<string> {
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb || !email || rest.length > 0 || (more !== undefined && !TAKE_MORE.has(name))) throw new Error(USE);
  const { url } = readSettings({ url: databaseUrlSetting('user') }, process.env, { url: 'USER_DATABASE_URL' });
  const database = await openDatabase({
    url,
    entities,
    migrations: migrationsOf('user'),
    log: createLogger('user', 'error'),
  });
  try {
    return await verb(database.fork(), email, more);
  } finally {
    await database.stop();
  }
}
