import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const TIMEOUT_MS = 240_000;
const MISSING = 'There is no chromium on the PATH. Install it; on Debian: apt-get install chromium.';

/** Why no browser can be launched; null where one can. */
export function browserMissing(): string | null {
  return findChromium() ? null : MISSING;
}

export function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(MISSING);
  return chromium.launch({
    executablePath,
    timeout: TIMEOUT_MS,
    args: [...QUIET, ...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** A browser sends requests of its own unless it is told not to. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page of a new visitor, for whom there is nothing but this machine. */
export async function newVisitor(browser: Browser): Promise<{ readonly page: Page; readonly refused: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const refused: string[] = [];
  const isElsewhere = ({ hostname }: URL) => hostname !== '127.0.0.1' && !/^([\w-]+\.)?localhost$/.test(hostname);
  await page.route(isElsewhere, (route) => {
    refused.push(route.request().url());
    return route.abort();
  });
  return { page, refused };
}

/** Keeps what is to be seen, for looking at afterwards, in `.cache/screenshots/`. */
export function photograph(page: Page, name: string): Promise<unknown> {
  return page.screenshot({ path: path.resolve(import.meta.dirname, '../.cache/screenshots', `${name}.png`), animations: 'disabled' });
}

function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, 'chromium')).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
