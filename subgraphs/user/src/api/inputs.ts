import { name } from '@agora/platform/input';
import { isLongerThan } from '@agora/platform/readable';
import * as z from 'zod';
import { normalisedPassword } from '../credentials/password.ts';
import { emailFrom } from '../model/email.ts';
import { PROFILE_KINDS } from '../model/profile.ts';
import { USERNAME } from '../model/username.ts';

const Email = z.string().transform((given, context) => {
  const email = emailFrom(given);
  if (email === null) context.addIssue({ code: 'custom', message: 'This is no e-mail address.' });
  return email ?? '';
});

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

const Password = z.string().refine((given) => !isLongerThan(given, LONGEST_PASSWORD), {
  error: `A password has at most ${LONGEST_PASSWORD} characters.`,
  abort: true,
});

const NewPassword = Password.refine((given) => given.isWellFormed(), 'This holds half of a character.').refine(
  (given) => isLongerThan(normalisedPassword(given), SHORTEST_PASSWORD - 1),
  `A password needs at least ${SHORTEST_PASSWORD} characters.`,
);

export const RegisterInput = z.object({
  email: Email,
  password: NewPassword,
  displayName: name(80),
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(USERNAME, 'A username has 3 to 32 letters a to z, digits, hyphens and underscores; it begins and ends with a letter or digit.')
    .nullish(),
  locale: z.string().nullish(),
  profileKind: z.enum(PROFILE_KINDS).nullish(),
});

export const SignInInput = z.object({ email: Email, password: Password });

export const RefreshInput = z.object({ refreshToken: z.string().max(500, 'This is no refresh token.') });

export const RevokeInput = z.object({
  sessionId: z.string().max(100, 'This is no id of a session.').nullish(),
  allSessions: z.boolean().nullish(),
});
