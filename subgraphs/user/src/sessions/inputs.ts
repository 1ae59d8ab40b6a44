import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { sentences } from './sentences.ts';

export const RefreshInput = z.object({ refreshToken: z.string().refine((token) => token.length <= 512, said(sentences.noRefreshToken)) });

export const RevokeInput = z.object({
  userId: z.string().nullish(),
  sessionId: z
    .string()
    .refine((id) => id.length <= 100, said(sentences.noSessionId))
    .nullish(),
  allSessions: z.boolean().nullish(),
  otherSessions: z.boolean().nullish(),
});
