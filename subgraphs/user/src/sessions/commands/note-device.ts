import { createHash } from 'node:crypto';
import { query, unhurried } from '@agora/platform/database/database';
import { languageFor } from '@agora/platform/input/sentence';
import { boolean, columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../../accounts/model/account.ts';
import type { RequestEmail } from '../../accounts/request-email.ts';
import { deviceOf, labelOf } from '../device.ts';
import { KnownDevice } from '../model/known-device.ts';
import type { Client } from '../model/session.ts';

export interface NoteDevice {
  readonly account: Account;
  readonly client: Client;
  readonly now: Date;
}

/**
 * Remembers the device that somebody signs in on. Of one that the account was not used on before, its owner is told, unless it is the
 * first, or the address may be somebody else's. What a device says of itself anybody can say: so its network counts as well.
 * Answers whether it is new, and not the first.
 */
export async function noteDevice(tx: EntityManager, requestEmail: RequestEmail, { account, client, now }: NoteDevice): Promise<boolean> {
  const { id, email, emailVerifiedAt, displayName, locale } = account;
  const device = deviceOf(client.userAgent);
  const [noted] = await note(tx, [id, digestOf(client), now]);
  if (!noted?.isNew) return false;
  if (email == null || emailVerifiedAt == null) return true;
  await requestEmail(tx, {
    template: 'new_device',
    to: email,
    recipientId: id,
    locale,
    secrets: {},
    variables: {
      displayName,
      device: labelOf(device)[languageFor([locale])],
      ipAddress: client.ip || null,
      signedInAt: now.toISOString(),
    },
  });
  return true;
}

/** A digest of the device, where the account was signed in on it before. */
export async function knownDeviceOf(em: EntityManager, accountId: string, client: Client): Promise<string | null> {
  const [known] = await find(em, [accountId, digestOf(client)]);
  return known?.device ?? null;
}

const find = statement(
  columnsOf(KnownDevice, 'device'),
  (columns) => `select ${columns} from known_device where account_id = $1 and device = $2`,
);

/** Forgets devices that were not used for 400 days. */
export async function forgetOldDevices(em: EntityManager): Promise<void> {
  await unhurried(em, (tx) => query(tx, `delete from known_device where last_used_at < now() - interval '400 days'`));
}

/** Whether the account has others, and did not have this one yet. */
const note = statement(
  { isNew: boolean('is_new and has_others') },
  (columns) => `with known as (select count(*) > 0 as has_others from known_device where account_id = $1),
      noted as (
        insert into known_device (account_id, device, last_used_at) values ($1, $2, $3)
        on conflict (account_id, device) do update set last_used_at = excluded.last_used_at returning xmax = 0 as is_new
      )
    select ${columns} from noted, known`,
);

/** As much of an address as stays the same where somebody lives: 203.0 of 203.0.113.7, 2001:db8 of 2001:db8::1. */
function networkOf(ip: string): string {
  return ip.split(/[.:]/).slice(0, 2).join(':');
}

function digestOf({ ip, userAgent }: Client): string {
  return createHash('sha256')
    .update(JSON.stringify([deviceOf(userAgent), networkOf(ip)]))
    .digest('base64url');
}
