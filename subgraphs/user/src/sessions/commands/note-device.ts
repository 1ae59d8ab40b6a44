import { createHash } from 'node:crypto';
import { query, unhurried } from '@agora/platform/database/database';
import { languageFor } from '@agora/platform/input/sentence';
import { boolean, columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../../accounts/model/account.ts';
import type { RequestEmail } from '../../accounts/request-email.ts';
import { deviceOf, labelOf } from '../device.ts';
import type { Places } from '../places.ts';
import { KnownDevice } from '../model/known-device.ts';
import type { Client } from '../model/session.ts';

/** What noting a device needs beside the database. */
export interface DeviceMeans {
  readonly requestEmail: RequestEmail;
  readonly places: Places;
}

export interface NoteDevice {
  readonly account: Account;
  readonly client: Client;
  readonly now: Date;
}

/**
 * Remembers the device that somebody signs in on. Of one that the account was not used on before, its owner is told, unless it is the
 * first, or the address may be somebody else's. What a device says of itself anybody can say: so its network counts as well.
 * Answers whether this is unlike the account: from a country that it was not used from before; where countries are not known, on a
 * device that is new, and not the first.
 */
export async function noteDevice(tx: EntityManager, means: DeviceMeans, { account, client, now }: NoteDevice): Promise<boolean> {
  const { id, email, emailVerifiedAt, displayName, locale } = account;
  const { places, requestEmail } = means;
  const [noted] = await note(tx, [id, digestOf(client), now, places.countryOf(client.ip)]);
  const { isNew = false, isSuspicious = false } = noted ?? {};
  if (!isNew || email == null || emailVerifiedAt == null) return isSuspicious;
  const language = languageFor([locale]);
  await requestEmail(tx, {
    template: 'new_device',
    to: email,
    recipientId: id,
    locale,
    secrets: {},
    variables: {
      displayName,
      device: labelOf(deviceOf(client.userAgent))[language],
      ipAddress: client.ip || null,
      place: places.of(client.ip, language),
      signedInAt: now.toISOString(),
    },
  });
  return isSuspicious;
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

/** Whether the account has others, and did not have this one yet; and whether it is of a country where none of them was. */
const note = statement(
  {
    isNew: boolean('is_new and has_others'),
    isSuspicious: boolean('case when $4::text is null or not has_countries then is_new and has_others else not has_this_country end'),
  },
  (columns) => `with known as (
        select count(*) > 0 as has_others, count(country_code) > 0 as has_countries, coalesce(bool_or(country_code = $4), false) as has_this_country
        from known_device where account_id = $1
      ),
      noted as (
        insert into known_device (account_id, device, last_used_at, country_code) values ($1, $2, $3, $4)
        on conflict (account_id, device) do update
          set last_used_at = excluded.last_used_at, country_code = coalesce(excluded.country_code, known_device.country_code)
        returning xmax = 0 as is_new
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
