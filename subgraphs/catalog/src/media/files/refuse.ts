import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendProblem } from '@agora/platform/http-messages';

/** Answers a request for a file with why not; what its client is still sending nobody wants. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  if (!request.complete) response.setHeader('connection', 'close');
  response.setHeader('cache-control', 'no-store');
  sendProblem(response, status, message);
}
