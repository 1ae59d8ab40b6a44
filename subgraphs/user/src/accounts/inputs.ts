import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { emailFrom } from './model/email.ts';
import { USERNAME } from './model/username.ts';
import { sentences } from './sentences.ts';

/** Answers the one form of the address. */
export const Email = z.string().transform((given, context) => {
  const email = emailFrom(given);
  if (email === null) context.addIssue({ code: 'custom', ...said(sentences.noEmail) });
  return email ?? '';
});

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .refine((username) => USERNAME.test(username), said(sentences.noUsername));
