import type { Identity } from '@agora/platform/identity';

/** What one operation carries from the door to every subgraph that it asks. */
export interface GatewayContext {
  readonly identity: Identity;
  readonly idempotencyKey: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly traceparent: string;
}

/** The same text for two contexts only where every subgraph must take one for the other. Whose trace it is does not matter. */
export function askerOf({ identity, idempotencyKey = '', acceptLanguage = '' }: GatewayContext): string {
  return `${identityKeyOf(identity)}\n${acceptLanguage}\n${idempotencyKey}`;
}

export function identityKeyOf({ actor, ip }: Identity): string {
  return actor === null ? ip : `${ip}\n${actor.id}\n${actor.sessionId}\n${actor.roles.join()}`;
}
