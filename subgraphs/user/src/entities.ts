import { Account } from './model/account.ts';
import { Profile } from './model/profile.ts';
import { Session } from './model/session.ts';
import { SigningKey } from './model/signing-key.ts';

/** Every entity of this service. */
export const entities = [Account, Profile, Session, SigningKey];
