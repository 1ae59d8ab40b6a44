import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { getDistDirectory, isSandboxFrame, renderAltair, SANDBOX_FRAME_CSP } from 'altair-static';
import { sendProblem, sendText } from '@agora/platform/http-messages';
import { LEARN, LEARNED, SIGN_IN, type Stop, type Tour } from './tour.ts';

const SANDBOX = 'https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js';
const SANDBOX_PATIENCE_MS = 2_000;
const OFFLINE = '/altair/';

/** The page at `/`: Apollo Sandbox, or the explorer that comes with the gateway where Sandbox cannot be loaded. */
export function sendLandingPage(response: ServerResponse, tour: Tour): void {
  sendText(response, 200, 'text/html; charset=utf-8', landingPage(tour));
}

/** Serves the explorer that works without the Internet, under `/altair/`. */
export async function sendOfflineExplorer(request: IncomingMessage, response: ServerResponse, pathname: string, tour: Tour): Promise<void> {
  if (pathname === OFFLINE || pathname === `${OFFLINE}index.html`) {
    return sendText(response, 200, 'text/html; charset=utf-8', offlinePage(request, tour));
  }
  const root = getDistDirectory();
  const file = path.join(root, path.normalize(pathname.slice(OFFLINE.length - 1)));
  const type = CONTENT_TYPES[path.extname(file)];
  const content = type !== undefined && file.startsWith(root + path.sep) ? await readFile(file).catch(() => null) : null;
  if (!content) return sendProblem(response, 404, 'There is nothing here.');
  if (isSandboxFrame(pathname)) response.setHeader('content-security-policy', SANDBOX_FRAME_CSP);
  response
    .writeHead(200, { 'content-type': type, 'content-length': content.length, 'cache-control': 'public, max-age=86400' })
    .end(content);
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

function offlinePage(request: IncomingMessage, [first, ...others]: Tour): string {
  const host = request.headers.host ?? 'localhost';
  return renderAltair({
    baseURL: OFFLINE,
    endpointURL: `http://${host}/graphql`,
    subscriptionsEndpoint: `ws://${host}/graphql`,
    ...EVERY_TAB,
    initialWindows: [...others, first].map(tab), // the explorer opens on the last
    initialEnvironments: { activeSubEnvironment: 'agora', subEnvironments: [{ id: 'agora', title: 'Agora', variables: LEARNED }] },
    initialSettings: { 'banners.disable': true, 'schema.reloadOnStart': true, disablePushNotification: true },
    disableAccount: true,
  });
}

/** In one place for all tabs, over HTTP and over sockets: the variable is filled by signing in, or by hand. */
const AUTHORIZATION = { authorization: '{{authorization}}' };

const EVERY_TAB = {
  initialHeaders: AUTHORIZATION,
  initialSubscriptionsPayload: AUTHORIZATION,
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  initialPostRequestScript: LEARN,
} as const;

/** Whoever signs in must not be refused for an old token. */
function tab(stop: Stop) {
  return {
    ...EVERY_TAB,
    initialName: stop.name,
    initialQuery: stop.query,
    initialVariables: JSON.stringify(stop.variables ?? {}, null, 2),
    ...(stop === SIGN_IN && { initialHeaders: { authorization: '' } }),
  };
}

const landingPage = (tour: Tour) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Agora</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>
      html, body, #sandbox { margin: 0; width: 100%; height: 100%; }
      iframe { border: 0; width: 100%; height: 100%; }
      noscript, #offline { font: 14px/1.4 system-ui, sans-serif; position: absolute; right: 12px; bottom: 8px; }
    </style>
  </head>
  <body>
    <div id="sandbox"></div>
    <a id="offline" href="${OFFLINE}">offline explorer</a>
    <noscript>The explorer needs JavaScript. The graph is at /graphql.</noscript>
    <script>
      const goOffline = () => location.replace('${OFFLINE}');
      const patience = setTimeout(goOffline, ${SANDBOX_PATIENCE_MS});
      const script = document.createElement('script');
      script.src = '${SANDBOX}';
      script.onerror = goOffline;
      script.onload = () => {
        clearTimeout(patience);
        new window.EmbeddedSandbox({
          target: '#sandbox',
          initialEndpoint: new URL('/graphql', location).href,
          initialSubscriptionEndpoint: new URL('/graphql', location).href.replace(/^http/, 'ws'),
          includeCookies: false,
          initialState: { document: ${JSON.stringify(sandboxDocument(tour))}, pollForSchemaUpdates: false },
        });
      };
      document.head.append(script);
    </script>
  </body>
</html>
`;

function sandboxDocument(tour: Tour): string {
  const hint = '# The token goes into the header authorization, as "Bearer ...", and ids into the variables.';
  return [...(tour.includes(SIGN_IN) ? [hint] : []), ...tour.map(({ query }) => query)].join('\n');
}
