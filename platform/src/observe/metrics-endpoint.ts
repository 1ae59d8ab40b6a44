import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { headerOf, isFromHere, sendProblem, sendText } from '../http-messages.ts';
import { metricsContentType, metricsText } from './metrics.ts';

/**
 * Answers `/metrics` to whoever asks from this machine and not through a proxy, and to whoever has `token`: they say how
 * busy the marketplace is, and with what.
 */
export async function sendMetrics(request: IncomingMessage, response: ServerResponse, token: string | undefined): Promise<void> {
  if (isFromHere(request) || hasToken(request, token)) return sendText(response, 200, metricsContentType, await metricsText());
  if (token === undefined) return sendProblem(response, 403, 'Metrics are for this machine only; METRICS_TOKEN is not set.', 'FORBIDDEN');
  response.setHeader('www-authenticate', 'Bearer');
  sendProblem(response, 401, 'Metrics need the token of METRICS_TOKEN.', 'UNAUTHENTICATED');
}

function hasToken(request: IncomingMessage, token: string | undefined): boolean {
  const given = headerOf(request, 'authorization');
  return token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
