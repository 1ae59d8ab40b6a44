import { defineConfig } from '@graphql-hive/gateway';

/** SHARE_IN_FLIGHT=1: answers of identical requests, and identical calls to a subgraph, are shared while they are under way. */
const share = process.env.SHARE_IN_FLIGHT === '1';

export const gatewayConfig = defineConfig({
  logging: 'error',
  inboundInflightRequestDeduplication: share,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: share } } },
});
