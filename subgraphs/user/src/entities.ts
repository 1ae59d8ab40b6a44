import { Account } from './accounts/model/account.ts';
import { Address } from './addresses/model/address.ts';
import { KnownFile } from './files/model.ts';
import { Identity } from './identities/model/identity.ts';
import { Profile } from './profiles/model/profile.ts';
import { Block, Mute, Note } from './relations/model.ts';
import { SellerPage } from './seller-pages/model/seller-page.ts';
import { SellerVerification } from './sellers/model.ts';
import { SecurityEvent } from './accounts/model/security-event.ts';
import { MailedToken } from './accounts/model/mailed-token.ts';
import { KnownDevice } from './sessions/model/known-device.ts';
import { Session } from './sessions/model/session.ts';
import { SigningKey } from './sessions/model/signing-key.ts';
import { AccountSkill, Skill } from './skills/model.ts';
import { RecoveryCode } from './two-factor/model/recovery-code.ts';
import { SignInChallenge } from './two-factor/model/sign-in-challenge.ts';
import { TwoFactor } from './two-factor/model/two-factor.ts';

/** Every entity of this service. */
export const entities = [
  Account,
  Address,
  Block,
  Mute,
  Note,
  Identity,
  KnownFile,
  MailedToken,
  SecurityEvent,
  Profile,
  SellerPage,
  SellerVerification,
  Session,
  KnownDevice,
  SigningKey,
  TwoFactor,
  RecoveryCode,
  SignInChallenge,
  Skill,
  AccountSkill,
];
