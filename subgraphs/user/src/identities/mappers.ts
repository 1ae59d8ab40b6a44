import type { IdentityRow } from './reads.ts';
import type { ProviderSetting } from './provider-settings.ts';

export type IdentityProvider = Pick<ProviderSetting, 'id' | 'name' | 'iconUrl'>;

export interface Identity extends IdentityRow {
  readonly provider: IdentityProvider;
}

export interface SessionProviderStartPayload {
  readonly authorizationUrl?: string;
  readonly browserKey?: string;
  readonly expiresAt?: string;
}

export type IdentityLinkStartPayload = SessionProviderStartPayload;

export interface IdentityLinkCompletePayload {
  readonly identityId?: string;
  readonly userId?: string;
}

export interface IdentityUnlinkPayload {
  readonly userId?: string;
}
