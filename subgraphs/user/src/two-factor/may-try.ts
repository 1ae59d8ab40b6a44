import type { Context } from '../context.ts';
import { knownDeviceOf } from '../sessions/commands/note-device.ts';

/**
 * Counts an attempt at the second factor of an account. Who guesses uses up what strangers may try together; on a device that its owner
 * was signed in on, they have an allowance of their own.
 * @throws RATE_LIMITED.
 */
export async function mayTrySecondFactor({ em, limits, ip, userAgent }: Context, account: string): Promise<void> {
  limits.secondFactor({ account, device: await knownDeviceOf(em, account, { ip, userAgent }) });
}
