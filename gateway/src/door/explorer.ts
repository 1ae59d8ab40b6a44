import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { sendProblem, sendText } from '@agora/platform/http-messages';
import { explorerScript } from './explorer-script.ts';
import { LEARN, LEARNED, SIGN_IN, type Stop, type Tour } from './tour.ts';

export const EXPLORER = '/altair/';

/** It takes 14 MB, which a gateway that nobody explores does without. */
const loadAltair = () => import('altair-static');
type Altair = Awaited<ReturnType<typeof loadAltair>>;

/** Serves the explorer, which needs no Internet. Its page is the same for everybody: nothing that a client sends is in it. */
export class Explorer {
  readonly #tour: Tour;
  #page: { readonly text: string; readonly policy: string } | undefined;
  /** Each once, whoever is being sent them and reads how slowly. */
  readonly #files = new Map<string, Promise<Buffer | null>>();

  constructor(tour: Tour) {
    this.#tour = tour;
  }

  async send(response: ServerResponse, pathname: string): Promise<void> {
    const altair = await loadAltair();
    if (pathname === EXPLORER || pathname === `${EXPLORER}index.html`) {
      const { text, policy } = (this.#page ??= pageFor(altair, this.#tour));
      response.setHeader('content-security-policy', policy).setHeader('referrer-policy', 'no-referrer');
      return sendText(response, 200, 'text/html; charset=utf-8', text);
    }
    const root = altair.getDistDirectory();
    const file = path.join(root, path.normalize(pathname.slice(EXPLORER.length - 1)));
    const type = CONTENT_TYPES[path.extname(file)];
    const content = type !== undefined && file.startsWith(root + path.sep) ? await this.#contentOf(file) : null;
    if (!content) return sendProblem(response, 404, 'There is nothing here.');
    response.setHeader('content-security-policy', altair.isSandboxFrame(pathname) ? framePolicy(altair) : ASSET_POLICY);
    response
      .writeHead(200, { 'content-type': type, 'content-length': content.length, 'cache-control': 'public, max-age=86400' })
      .end(content);
  }

  #contentOf(file: string): Promise<Buffer | null> {
    const known = this.#files.get(file);
    if (known) return known;
    const reading = readFile(file).catch(() => {
      this.#files.delete(file);
      return null;
    });
    this.#files.set(file, reading);
    return reading;
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Of a worker: the explorer runs there what follows a request, which may ask this gateway and nobody else. */
const ASSET_POLICY = "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

/** Where workers cannot do it, it is done in a frame that has no origin, and nobody else may frame that. */
function framePolicy({ SANDBOX_FRAME_CSP }: Altair): string {
  return `${SANDBOX_FRAME_CSP}; frame-ancestors 'self'`;
}

/**
 * No script but those that come with the explorer and the two in the page, which are known by their digests; no other site.
 * Where the page itself may not evaluate text, the explorer has a visitor's scripts run by a site of its makers, not by its worker.
 */
function policyFor(page: string): string {
  const scripts = [...page.matchAll(/<script[^>]*>([^<]+)<\/script>/g)].map(([, script = '']) => `'sha256-${digest(script)}'`);
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-eval' ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function digest(script: string): string {
  return createHash('sha256').update(script).digest('base64');
}

/** Stand for addresses that only the browser knows: what a client calls this gateway is the client's word. */
const HTTP = 'address of the graph';
const SOCKET = 'address of its sockets';

function pageFor({ renderAltair }: Altair, tour: Tour) {
  const everyTab = { ...EVERY_TAB, ...(tour.includes(SIGN_IN) && { initialPostRequestScript: LEARN }) };
  const page = renderAltair({
    baseURL: EXPLORER,
    endpointURL: HTTP,
    subscriptionsEndpoint: SOCKET,
    ...everyTab,
    initialWindows: tour.map((stop) => ({ ...everyTab, ...tab(stop) })),
    initialEnvironments: { activeSubEnvironment: 'agora', subEnvironments: [{ id: 'agora', title: 'Agora', variables: LEARNED }] },
    initialSettings: { 'banners.disable': true, 'schema.reloadOnStart': true, disablePushNotification: true },
    disableAccount: true,
  });
  const text = page
    .replace('<head>', `<head><script>${explorerScript(tour.length)}</script>`)
    .replace(`\`${HTTP}\``, "new URL('/graphql', location.origin).href")
    .replace(`\`${SOCKET}\``, "new URL('/graphql', location.origin).href.replace(/^http/, 'ws')");
  return { text, policy: policyFor(text) };
}

/** In one place for all tabs, over HTTP and over sockets: the variable is filled by signing in, or by hand. */
const AUTHORIZATION = { authorization: '{{authorization}}' };

const EVERY_TAB = {
  initialHeaders: AUTHORIZATION,
  initialSubscriptionsPayload: AUTHORIZATION,
  initialSubscriptionRequestHandlerId: 'graphql-ws',
} as const;

/** Whoever signs in must not be refused for an old token. */
function tab(stop: Stop) {
  return {
    initialName: stop.name,
    initialQuery: stop.query,
    initialVariables: JSON.stringify(stop.variables ?? {}, null, 2),
    ...(stop === SIGN_IN && { initialHeaders: { authorization: '' } }),
  };
}
