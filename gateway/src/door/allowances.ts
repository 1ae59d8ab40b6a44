import { type Environment, readSettings } from '@agora/platform/service/settings';
import * as z from 'zod';

const count = z.coerce.number().int().min(1).max(10_000_000);
const bytes = z.coerce.number().int().min(1_048_576).max(16_000_000_000);

/** How much clients may hold of the gateway at a time. Whoever wants more is refused as RATE_LIMITED. */
export const allowanceSettings = {
  MAX_CONNECTIONS_PER_ADDRESS: count
    .default(1_000)
    .describe('connections of one address at a time, where there are no TRUSTED_PROXIES (1000)'),
  MAX_REQUESTS: count.default(4_000).describe('requests under way at a time (4000)'),
  MAX_REQUESTS_PER_ADDRESS: count.default(1_000).describe('requests of one address under way at a time (1000)'),
  MAX_REQUEST_BYTES: bytes
    .default(16 * 1024 * 1024)
    .describe('bodies of requests and operations of sockets under way at a time, in bytes (16777216)'),
  MAX_REQUEST_BYTES_PER_ADDRESS: bytes.default(4 * 1024 * 1024).describe('the same of one address (4194304)'),
  MAX_SOCKETS: count.default(10_000).describe('WebSockets at a time (10000)'),
  MAX_SOCKETS_PER_ADDRESS: count.default(250).describe('WebSockets of one address at a time (250)'),
  MAX_SOCKETS_PER_VIEWER: count.default(50).describe('WebSockets of one account at a time (50)'),
  MAX_OPERATIONS_PER_SOCKET: count.default(100).describe('operations on one WebSocket at a time, live ones included (100)'),
  MAX_SOCKET_OPERATIONS: count.default(20_000).describe('operations on all WebSockets at a time (20000)'),
  MAX_SOCKET_OPERATIONS_PER_ASKER: count.default(500).describe('the same of one account, or of one address of guests (500)'),
  MAX_LIVE_COST_PER_ASKER: count
    .default(500_000)
    .describe('what the live operations of one account, or of one address of guests, may cost together at a time (500000)'),
  MAX_WAITING_BYTES: bytes
    .default(64 * 1024 * 1024)
    .describe('bytes that wait in connections for slow clients; then those with the most are closed (67108864)'),
  MAX_WAITING_MS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_600_000)
    .default(30_000)
    .describe('how long what waits in a connection may not become less before it is closed (30000)'),
  MAX_WAITING_BYTES_PER_SOCKET: bytes
    .default(1024 * 1024)
    .describe('bytes that may wait on a WebSocket before it is sent more; else it is closed (1048576)'),
} as const;

export type Allowances = z.output<z.ZodObject<typeof allowanceSettings>>;

/** Where clients come by proxies, one address has the connections of many. */
export function readAllowances(env: Environment, hasProxies: boolean): Allowances {
  const allowances = readSettings(allowanceSettings, env);
  return hasProxies ? { ...allowances, MAX_CONNECTIONS_PER_ADDRESS: Infinity } : allowances;
}
