import { connect } from 'node:net';
import type { Random } from '@agora/executor/testing/random';
import { hostileExtensions, hostileJson, hostileText } from './values.ts';

/** As bytes, so that what no client library would send arrives. */
export type RawRequest = Buffer;

const HEADERS = [
  'authorization',
  'accept',
  'accept-language',
  'accept-encoding',
  'idempotency-key',
  'traceparent',
  'tracestate',
  'content-type',
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'connection',
  'expect',
  'upgrade',
  'host',
  'origin',
  'cookie',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-agora-identity',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'apollographql-client-name',
  'access-control-request-headers',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
  '__proto__',
];

const METHODS = ['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'QUERY', 'CONNECT', 'TRACE', 'post', 'G\u0000T'];
const PATHS = [
  '/',
  '//',
  '/graphql/',
  '/altair/',
  '/altair/../x',
  '/metrics',
  '/health/ready',
  '/.well-known/jwks.json',
  '*',
  'http://evil/graphql',
  '/%',
];

/** A request with one thing wrong, or several; `token` is a signed-in person's, so that it goes on to every subgraph. */
export function hostileRequest(random: Random, query: string, token: string): RawRequest {
  const kind = random.between(0, 9);
  if (kind <= 3) return raw('POST', '/graphql', [...usual(token), ...hostileHeaders(random)], bodyOf({ query: JSON.stringify(query) }));
  if (kind <= 6) return raw('POST', '/graphql', usual(random.chance(0.5) ? token : null), hostileBody(random, query));
  if (kind <= 8) return raw('GET', `/graphql?${hostileSearch(random, query)}`, usual(random.chance(0.5) ? token : null), '');
  const path = random.chance(0.5) ? random.pick(PATHS) : `/${hostileText(random)}`;
  return raw(random.pick(METHODS), path, [...usual(null), ...hostileHeaders(random)], '');
}

function usual(token: string | null): string[] {
  const headers = ['host: localhost', 'content-type: application/json', 'apollo-require-preflight: 1'];
  return token === null ? headers : [...headers, `authorization: Bearer ${token}`];
}

function hostileHeaders(random: Random): string[] {
  return Array.from({ length: random.between(1, 3) }, () => {
    const name = random.chance(0.95) ? random.pick(HEADERS) : hostileText(random);
    return `${name}: ${hostileText(random)}`;
  });
}

function hostileBody(random: Random, query: string): string {
  if (random.chance(0.1)) return hostileJson(random);
  if (random.chance(0.1)) return hostileText(random);
  const fields: Record<string, string> = { query: JSON.stringify(random.chance(0.5) ? query : hostileText(random)) };
  if (random.chance(0.2)) fields['query'] = hostileJson(random);
  if (random.chance(0.15)) delete fields['query'];
  if (random.chance(0.4)) fields['variables'] = hostileJson(random);
  if (random.chance(0.3)) fields['operationName'] = hostileJson(random);
  if (random.chance(0.5)) fields['extensions'] = hostileExtensions(random);
  if (random.chance(0.15)) fields['documentId'] = hostileJson(random);
  if (random.chance(0.1)) fields[hostileText(random)] = hostileJson(random);
  const body = bodyOf(fields);
  if (random.chance(0.05)) return body.slice(0, random.between(0, body.length));
  return random.chance(0.05) ? `[${body},${body}]` : body;
}

function bodyOf(fields: Readonly<Record<string, string>>): string {
  return `{${Object.entries(fields)
    .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
    .join()}}`;
}

function hostileSearch(random: Random, query: string): string {
  const parameters = [['query', random.chance(0.5) ? query : hostileText(random)]];
  if (random.chance(0.4)) parameters.push(['variables', hostileJson(random)]);
  if (random.chance(0.5)) parameters.push(['extensions', hostileExtensions(random)]);
  if (random.chance(0.3)) parameters.push(['operationName', hostileText(random)]);
  if (random.chance(0.2)) parameters.push(['documentId', hostileText(random)]);
  if (random.chance(0.1)) parameters.push(['query', hostileText(random)]);
  if (random.chance(0.1)) parameters.shift();
  return parameters
    .map(([name = '', value = '']) => `${name}=${random.chance(0.9) ? encoded(value) : value.replaceAll(' ', '+')}`)
    .join('&');
}

/** Lone surrogates, which `encodeURIComponent` refuses, become what UTF-8 makes of them. */
function encoded(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function raw(method: string, path: string, headers: readonly string[], body: string): RawRequest {
  const bytes = Buffer.from(body);
  const length = headers.some((header) => /^content-length|^transfer-encoding/i.test(header)) ? [] : [`content-length: ${bytes.length}`];
  const head = [`${method} ${path} HTTP/1.1`, ...headers, ...length, 'connection: close', '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** What comes back until the door closes the connection; it is told that nothing more comes, so that it waits for no body. */
export function exchange(url: string, request: RawRequest): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true }, () => socket.end(request));
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .setEncoding('latin1')
      .on('data', (text: string) => {
        answer += text;
        if (isWhole(answer)) done();
      })
      .once('end', done)
      .once('close', done)
      .once('error', (error) => ('code' in error && error.code === 'ECONNREFUSED' ? reject(error) : done()));
  });
}

/** A connection that became another protocol's is not closed by the door at once. */
function isWhole(answer: string): boolean {
  if (/^HTTP\/1\.1 1\d\d /.test(answer)) return answer.includes('\r\n\r\n');
  const end = answer.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, end))?.[1];
  return length !== undefined && answer.length - end - 4 >= Number(length);
}
