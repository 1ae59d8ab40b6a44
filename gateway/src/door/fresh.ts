import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from '@agora/platform/http-messages';

/** Sends a text that seldom changes: 304 to whoever has it already. */
export function sendFresh(request: IncomingMessage, response: ServerResponse, contentType: string, text: string): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  response.setHeader('etag', etag).setHeader('cache-control', 'no-cache');
  if (isAmong(etag, request.headers['if-none-match'])) response.writeHead(304).end();
  else sendText(response, 200, contentType, text);
}

/** Proxies that compress an answer make its tag a weak one. */
function isAmong(etag: string, tags = ''): boolean {
  return tags.split(',').some((tag) => [etag, `W/${etag}`, '*'].includes(tag.trim()));
}
