import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a client may send at a time. */
export const MAX_BODY_BYTES = 1_048_576;

/**
 * What the gateway may send a subgraph at a time. What a client sent grows on its way: printed anew, a character takes up
 * to seven times its bytes, and what other subgraphs answered comes along.
 */
export const MAX_INNER_BODY_BYTES = 16 * MAX_BODY_BYTES;

/** Past this an oversized body is no longer drained: the connection is cut. */
const MAX_DRAINED_BYTES = 2 * MAX_INNER_BODY_BYTES;

/** The body as text; null when it is larger than 16 MB. Events, as an async iterator costs a tenth of a small request. */
export function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MAX_INNER_BODY_BYTES) chunks.push(chunk);
        if (size <= MAX_DRAINED_BYTES) return;
        resolve(null);
        request.destroy();
      })
      .once('end', () => resolve(size > MAX_INNER_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8')))
      .once('error', reject);
  });
}

/** Null for what is no URL at all: clients may send anything. A path that begins with two slashes names no other host. */
export function urlOf({ url = '/' }: IncomingMessage): URL | null {
  return URL.parse(url.startsWith('/') ? `http://here${url}` : url);
}

/** Whether somebody on this machine asks, and no proxy for them. */
export function isFromHere({ socket, headers }: IncomingMessage): boolean {
  return LOOPBACK.test(socket.remoteAddress ?? '') && FORWARDED.every((name) => headers[name] === undefined);
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

export function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The text in a header. Node reads headers as Latin-1, but clients who write more than ASCII write UTF-8, as a rule. */
export function textInHeader(header: string): string {
  if (ASCII.test(header)) return header;
  const bytes = Buffer.from(header, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : header;
}

/** The header in which `textInHeader` finds the text. Throws where that cannot be: no header holds control characters. */
export function headerWith(text: string): string {
  if (ASCII.test(text)) return text;
  if (CONTROL.test(text)) throw new TypeError('Text with control characters is no header.');
  return Buffer.from(text, 'utf8').toString('latin1');
}

const ASCII = /^[\x20-\x7e]*$/;
const CONTROL = /[\x00-\x1f\x7f]/;

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
