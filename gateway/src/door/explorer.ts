import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { getDistDirectory, renderAltair } from 'altair-static';
import { sendProblem, sendText } from './http-messages.ts';

const SANDBOX = 'https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js';
const SANDBOX_PATIENCE_MS = 2_000;
const OFFLINE = '/altair/';

const WELCOME = `# The marketplace. Sign in with sessionCreate, then send the token as the header
#   authorization: Bearer …
query Welcome {
  products(first: 5) {
    nodes { id name }
  }
}
`;

/** The page at `/`: Apollo Sandbox, or the explorer that comes with the gateway where Sandbox cannot be loaded. */
export function sendLandingPage(response: ServerResponse): void {
  sendText(response, 200, 'text/html; charset=utf-8', LANDING_PAGE);
}

/** Serves the explorer that works without the Internet, under `/altair/`. */
export async function sendOfflineExplorer(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
  if (pathname === OFFLINE || pathname === `${OFFLINE}index.html`) {
    return sendText(response, 200, 'text/html; charset=utf-8', offlinePage(request));
  }
  const root = getDistDirectory();
  const file = path.join(root, path.normalize(pathname.slice(OFFLINE.length - 1)));
  const type = CONTENT_TYPES[path.extname(file)];
  const content = type !== undefined && file.startsWith(root + path.sep) ? await readFile(file).catch(() => null) : null;
  if (!content) return sendProblem(response, 404, 'There is nothing here.');
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

function offlinePage(request: IncomingMessage): string {
  const host = request.headers.host ?? 'localhost';
  return renderAltair({
    baseURL: OFFLINE,
    endpointURL: `http://${host}/graphql`,
    subscriptionsEndpoint: `ws://${host}/graphql`,
    initialSubscriptionRequestHandlerId: 'graphql-ws',
    initialQuery: WELCOME,
  });
}

const LANDING_PAGE = `<!doctype html>
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
          initialState: { document: ${JSON.stringify(WELCOME)}, pollForSchemaUpdates: false },
        });
      };
      document.head.append(script);
    </script>
  </body>
</html>
`;
