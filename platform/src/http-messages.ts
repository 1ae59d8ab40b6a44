import type { IncomingMessage, ServerResponse } from 'node:http';

export const MAX_BODY_BYTES = 1_048_576;

/** Past this an oversized body is no longer drained: the connection is cut. */
const MAX_DRAINED_BYTES = 16 * MAX_BODY_BYTES;

/** The body as text; null when it is larger than 1 MB. Events, as an async iterator costs a tenth of a small request. */
export function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MAX_BODY_BYTES) chunks.push(chunk);
        if (size <= MAX_DRAINED_BYTES) return;
        resolve(null);
        request.destroy();
      })
      .once('end', () => resolve(size > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8')))
      .once('error', reject);
  });
}

/** Null for what is no URL at all: clients may send anything. */
export function urlOf(request: IncomingMessage): URL | null {
  return URL.parse(request.url ?? '/', 'http://here');
}

export function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, contentType: string, text: string): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }).end(text);
}

/** A request that was refused before it became a GraphQL operation. */
export function sendProblem(response: ServerResponse, status: number, message: string, code = 'BAD_REQUEST'): void {
  sendJson(response, status, { errors: [{ message, extensions: { code } }] });
}
