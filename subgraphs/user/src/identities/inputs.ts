import { isLongerThan } from '@agora/platform/input/readable';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { sentences } from './sentences.ts';

const MAX_RETURN_URL = 1_000;

export interface ReturnTo {
  /** Origins whose pages people are sent back to. */
  readonly origins: readonly string[];
  /** Whether pages of this machine are such, too. */
  readonly isLocalAllowed: boolean;
}

export function startInput({ origins, isLocalAllowed }: ReturnTo) {
  const returnUrl = z.string().refine((given) => {
    const url = given.length <= MAX_RETURN_URL ? URL.parse(given) : null;
    if (!url || url.hash !== '') return false;
    return origins.includes(url.origin) || (isLocalAllowed && LOCAL.test(url.origin));
  }, said(sentences.noReturn));
  return z.object({ providerId: z.string(), returnUrl });
}

const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

function atMost(max: number) {
  return z.string().refine((given) => !isLongerThan(given, max), said(sentences.tooLong));
}

export const CompleteInput = z.object({
  state: atMost(2_048),
  code: atMost(2_048),
  iss: atMost(2_048).nullish(),
  browserKey: atMost(512),
});
