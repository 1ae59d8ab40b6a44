import type { Identity } from '@agora/platform/identity';

/** What one operation carries from the door to every subgraph that it asks. */
export interface GatewayContext {
  readonly identity: Identity;
  readonly idempotencyKey: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly traceparent: string;
}
