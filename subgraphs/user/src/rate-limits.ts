import { Refusal } from '@agora/platform/errors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE = 60;

/** Counts attempts, and refuses those that are too many with RATE_LIMITED. */
export interface RateLimits {
  signIn(attempt: { readonly ip: string; readonly email: string }): Promise<void>;
  registration(attempt: { readonly ip: string }): Promise<void>;
}

/** Counts in the memory of this process, so each replica allows as much again. */
export function createRateLimits(): RateLimits {
  const signInsOfAddress = new RateLimiterMemory({ points: 100, duration: MINUTE });
  const signInsOfAccount = new RateLimiterMemory({ points: 10, duration: MINUTE });
  const registrations = new RateLimiterMemory({ points: 30, duration: MINUTE });
  return {
    async signIn({ ip, email }) {
      await spend(signInsOfAddress, ip);
      await spend(signInsOfAccount, `${ip} ${email}`);
    },
    registration: ({ ip }) => spend(registrations, ip),
  };
}

/** For tests and benchmarks. */
export const noRateLimits: RateLimits = {
  signIn: () => Promise.resolve(),
  registration: () => Promise.resolve(),
};

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('RATE_LIMITED', `Too many attempts; try again in ${Math.ceil(error.msBeforeNext / 1000)} s.`);
  }
}
