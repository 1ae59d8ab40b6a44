import type { ServiceConfig } from '@agora/platform/service';
import { SettingsError } from '@agora/platform/settings';

/** Refuses in production what is meant for a laptop: sign-in without limits, and accounts whose password is published. */
export function refuseUnsafe({ production, rateLimit, demo }: ServiceConfig): void {
  if (!production) return;
  const problems: string[] = [];
  if (!rateLimit) problems.push('AGORA_RATE_LIMIT: "off" is refused with NODE_ENV=production.');
  if (demo) problems.push('AGORA_DEMO: "on" is refused with NODE_ENV=production.');
  if (problems.length > 0) throw new SettingsError(problems);
}
