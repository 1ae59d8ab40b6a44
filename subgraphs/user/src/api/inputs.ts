import { name } from '@agora/platform/input/input';
import { isLongerThan } from '@agora/platform/input/readable';
import { said } from '@agora/platform/input/said';
import { sentences as common } from '@agora/platform/input/sentences';
import * as z from 'zod';
import { normalisedPassword } from '../credentials/password.ts';
import { emailFrom } from '../model/email.ts';
import { PROFILE_KINDS } from '../model/profile.ts';
import { USERNAME } from '../model/username.ts';
import { sentences } from '../sentences.ts';

const Email = z.string().transform((given, context) => {
  const email = emailFrom(given);
  if (email === null) context.addIssue({ code: 'custom', ...said(sentences.noEmail) });
  return email ?? '';
});

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

const Password = z.string().refine((given) => !isLongerThan(given, LONGEST_PASSWORD), {
  ...said(sentences.passwordTooLong(LONGEST_PASSWORD)),
  abort: true,
});

const NewPassword = Password.refine((given) => given.isWellFormed(), said(common.halfCharacter)).refine(
  (given) => isLongerThan(normalisedPassword(given), SHORTEST_PASSWORD - 1),
  said(sentences.passwordTooShort(SHORTEST_PASSWORD)),
);

export const RegisterInput = z.object({
  email: Email,
  password: NewPassword,
  displayName: name(80),
  username: z
    .string()
    .trim()
    .toLowerCase()
    .refine((username) => USERNAME.test(username), said(sentences.noUsername))
    .nullish(),
  locale: z.string().nullish(),
  profileKind: z.enum(PROFILE_KINDS).nullish(),
});

export const SignInInput = z.object({ email: Email, password: Password });

export const RefreshInput = z.object({ refreshToken: z.string().refine((token) => token.length <= 512, said(sentences.noRefreshToken)) });

export const RevokeInput = z.object({
  sessionId: z
    .string()
    .refine((id) => id.length <= 100, said(sentences.noSessionId))
    .nullish(),
  allSessions: z.boolean().nullish(),
});
