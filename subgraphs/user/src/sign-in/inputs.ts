import { isLongerThan } from '@agora/platform/input/readable';
import { said } from '@agora/platform/input/said';
import { sentences as common } from '@agora/platform/input/sentences';
import * as z from 'zod';
import { DisplayName, Email, Token, Username } from '../accounts/inputs.ts';
import { PROFILE_KINDS } from '../profiles/model/profile.ts';
import { AnyCode } from '../two-factor/inputs.ts';
import { normalisedPassword } from './password.ts';
import { sentences } from './sentences.ts';

const MIN_PASSWORD_LENGTH = 10;
const MAX_PASSWORD_LENGTH = 200;

const Password = z.string().refine((given) => !isLongerThan(given, MAX_PASSWORD_LENGTH), {
  ...said(sentences.passwordTooLong(MAX_PASSWORD_LENGTH)),
  abort: true,
});

const NewPassword = Password.refine((given) => given.isWellFormed(), said(common.halfCharacter)).refine(
  (given) => isLongerThan(normalisedPassword(given), MIN_PASSWORD_LENGTH - 1),
  said(sentences.passwordTooShort(MIN_PASSWORD_LENGTH)),
);

export const RegisterInput = z.object({
  email: Email,
  password: NewPassword,
  displayName: DisplayName,
  username: Username.nullish(),
  locale: z.string().nullish(),
  currencyCode: z.string().nullish(),
  timeZone: z.string().nullish(),
  profileKind: z.enum(PROFILE_KINDS).nullish(),
});

export const SignInInput = z.object({ email: Email, password: Password });

/** A tag that a mail can be written by; the account's language where it is absent. */
const Locale = z
  .string()
  .nullish()
  .transform((locale) => locale ?? null);

export const PasswordResetRequestInput = z.object({ email: Email, locale: Locale });

export const PasswordResetInput = z.object({ token: Token, newPassword: NewPassword });

export const EmailChangeRequestInput = z.object({ newEmail: Email });

export const EmailChangeConfirmInput = z.object({ token: Token });

export const ReauthenticateInput = z.object({ password: Password, code: AnyCode.nullish() });

export const PasswordChangeInput = z.object({
  currentPassword: Password.nullish(),
  newPassword: NewPassword,
  otherSessions: z.boolean().nullish(),
});
