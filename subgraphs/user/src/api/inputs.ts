import { text } from '@agora/platform/input';
import * as z from 'zod';
import { PROFILE_KINDS } from '../model/profile.ts';
import { USERNAME } from '../model/username.ts';

const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has at most 254 characters.')
  .pipe(z.email('This is no e-mail address.'));

const LONGEST_PASSWORD = 200;
const tooLong = `A password has at most ${LONGEST_PASSWORD} characters.`;

export const RegisterInput = z.object({
  email: Email,
  password: z.string().min(10, 'A password needs at least 10 characters.').max(LONGEST_PASSWORD, tooLong),
  displayName: text(120),
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(USERNAME, 'A username has 3 to 32 letters a to z, digits, hyphens and underscores; it begins and ends with a letter or digit.')
    .nullish(),
  locale: z.string().max(35, 'This is no language tag.').nullish(),
  profileKind: z.enum(PROFILE_KINDS).nullish(),
});

export const SignInInput = z.object({ email: Email, password: z.string().max(LONGEST_PASSWORD, tooLong) });

export const RefreshInput = z.object({ refreshToken: z.string().max(500, 'This is no refresh token.') });

export const RevokeInput = z.object({
  sessionId: z.string().max(100, 'This is no id of a session.').nullish(),
  allSessions: z.boolean().nullish(),
});
