import { Account } from './accounts/model/account.ts';
import { Address } from './addresses/model/address.ts';
import { Profile } from './profiles/model/profile.ts';
import { SellerVerification } from './sellers/model.ts';
import { Session } from './sessions/model/session.ts';
import { SigningKey } from './sessions/model/signing-key.ts';

/** Every entity of this service. */
export const entities = [Account, Address, Profile, SellerVerification, Session, SigningKey];

/** The folder of the SQL that makes their tables. */
export const migrations = new URL('../migrations/', import.meta.url);
