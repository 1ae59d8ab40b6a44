import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Files } from '@agora/platform/graph/http';
import { sendProblem, urlOf } from '@agora/platform/http-messages';
import type { Logger } from '@agora/platform/observe/logging';
import { request as ask } from 'undici';
import type { GatewayConfig } from '../config.ts';
import type { LocalSubgraph } from '../links/open-links.ts';
import type { SupergraphSource } from '../supergraph.ts';

/** The subgraph that keeps files. */
const FILES_OWNER = 'catalog';
const PATH = '/media/';

/** As long as a link to an upload lasts. */
const UPLOAD_MS = 3_600_000;

/** What of a request its owner reads, and what of an answer is the owner's to say. */
const ASKED = ['content-type', 'content-length', 'range', 'if-range', 'if-none-match'];
const ANSWERED = [
  'content-type',
  'content-length',
  'content-range',
  'content-disposition',
  'content-security-policy',
  'cross-origin-resource-policy',
  'cache-control',
  'accept-ranges',
  'etag',
  'allow',
  'retry-after',
];

/** Hands requests for files to the subgraph that keeps them, in this process or over HTTP; null where the graph has no such subgraph. */
export function filesOf(
  supergraph: SupergraphSource,
  local: Readonly<Record<string, LocalSubgraph>>,
  { subgraphUrls, answerTimeoutMs }: GatewayConfig,
  log: Logger,
): Files | null {
  const here = local[FILES_OWNER];
  if (here) return here.files ?? null;
  const base = subgraphUrls[FILES_OWNER] ?? supergraph.subgraphs.find(({ name }) => name === FILES_OWNER)?.url;
  if (!base) return null;
  return {
    path: PATH,
    async answer(request, response) {
      const isUpload = request.method === 'PUT';
      const leave = new AbortController();
      response.once('close', () => leave.abort());
      try {
        // The path alone: a request may name a whole URL, and with it another host.
        const { statusCode, headers, body } = await ask(new URL(urlOf(request)?.pathname ?? PATH, base), {
          method: request.method === 'HEAD' ? 'HEAD' : isUpload ? 'PUT' : 'GET',
          headers: picked(request.headers, ASKED),
          body: isUpload ? request : null,
          signal: leave.signal,
          headersTimeout: isUpload ? UPLOAD_MS : answerTimeoutMs,
        });
        if (!request.complete) response.setHeader('connection', 'close');
        await pipeline(body, response.writeHead(statusCode, picked(headers, ANSWERED)));
      } catch (error) {
        if (leave.signal.aborted) return;
        log.warn({ err: error }, 'A file could not be had of its owner.');
        unavailable(request, response);
      }
    },
  };
}

function picked(headers: Readonly<Record<string, string | string[] | undefined>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

function unavailable(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  if (!request.complete) response.setHeader('connection', 'close');
  sendProblem(response, 503, 'Files cannot be had at the moment.', 'SUBGRAPH_UNAVAILABLE');
}
