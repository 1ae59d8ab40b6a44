import { line, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { Token } from '../accounts/inputs.ts';
import { sentences } from './sentences.ts';

const MAX_CODE_LENGTH = 32;

/** Without the spaces and hyphens that make it readable. */
const Code = z
  .string()
  .refine((code) => code.length <= MAX_CODE_LENGTH, said(sentences.codeTooLong(MAX_CODE_LENGTH)))
  .transform((code) => code.replace(/[\s-]/g, ''));

/** A code of the app, or a recovery code: no two look alike. */
export const AnyCode = Code.transform((code) => ({ method: /^\d{6}$/.test(code) ? ('TOTP' as const) : ('RECOVERY_CODE' as const), code }));

/** A colon ends the name of the issuer in what an app reads. */
const Label = line(100).refine((label) => !label.includes(':'), said(sentences.colonInLabel));

export const SetupStartInput = z.object({ label: Label.nullish() });

export const CodeInput = z.object({ code: Code });

export const AnyCodeInput = z.object({ code: AnyCode });

export const ResetInput = z.object({ userId: z.string(), reason: text(500) });

export const ChallengeCompleteInput = z.object({ token: Token, method: z.enum(['TOTP', 'RECOVERY_CODE']), code: Code });
