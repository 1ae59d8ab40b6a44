import { name } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import { Phone } from '@agora/platform/post/inputs';
import * as z from 'zod';
import { emailFrom } from './model/email.ts';
import { THEMES } from './model/preferences.ts';
import { USERNAME } from './model/username.ts';
import { sentences } from './sentences.ts';

/** Answers the one form of the address. */
export const Email = z.string().transform((given, context) => {
  const email = emailFrom(given);
  if (email === null) context.addIssue({ code: 'custom', ...said(sentences.noEmail) });
  return email ?? '';
});

/** As it stands in the link of a mail. */
export const Token = z.string().refine((token) => token.length <= 512, said(sentences.noToken));

export const EmailVerifyInput = z.object({ token: Token });

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .refine((username) => USERNAME.test(username), said(sentences.noUsername));

export const DisplayName = name(80);

export const UserUpdateInput = z.object({
  displayName: DisplayName.optional(),
  username: Username.optional(),
  avatarId: z.string().nullable().optional(),
  expectedVersion: z.int().nullish(),
});

export const ContactInput = z.object({ phone: Phone.nullable().optional(), alternateEmail: Email.nullable().optional() });

/** Scalars and enums of the graph are what they should be already. */
export const PreferencesInput = z.object({
  locale: z.string().optional(),
  currencyCode: z.string().optional(),
  timeZone: z.string().optional(),
  theme: z.enum(THEMES).optional(),
  isListed: z.boolean().optional(),
  isPersonalised: z.boolean().optional(),
});
