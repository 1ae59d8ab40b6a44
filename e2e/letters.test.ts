import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId, newUuid } from '@agora/platform/ids';
import { seal } from '@agora/platform/security/seal';
import { eventually } from '@agora/platform/testing/eventually';
import { MASTER_KEY, startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { EMAILS, type EmailTemplateKey } from '@agora/schema/emails';
import { UserEmailRequested } from '@agora/schema/events/user';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { start } from '../subgraphs/notification/src/main.ts';
import { launchBrowser, newVisitor } from './browser.ts';
import { describeInBrowser } from './describe-in-browser.ts';

const APP = 'https://shop.example';
/** The narrowest telephone that is still about. */
const NARROW = { width: 320, height: 640 };
const LANGUAGES = ['en', 'es', 'pt'];

const Letter = z.object({ to: z.string(), subject: z.string(), html: z.string(), text: z.string() });
type Letter = z.output<typeof Letter>;

/** As long as any of it may be, without a place to break a line at. */
const LONG = {
  displayName: 'Ñ'.repeat(80),
  newEmail: `${'a'.repeat(64)}@${`${'b'.repeat(61)}.`.repeat(3)}example`,
  provider: 'P'.repeat(80),
  device: 'D'.repeat(100),
  ipAddress: '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
  place: 'P'.repeat(100),
};
const USUAL = {
  displayName: 'Inês Conceição',
  newEmail: 'ines.conceicao@taller-de-barro.example',
  provider: 'Google',
  device: 'Firefox on Windows',
  ipAddress: '203.0.113.7',
  place: 'São José dos Campos, Brasil',
};

/** What each template may be asked to say. */
const SAID: Readonly<Record<EmailTemplateKey, readonly object[]>> = {
  welcome: [{}],
  email_verification: [{}],
  password_reset: [{}],
  email_change: EMAILS.email_change.variables.shape.notice.options.map((notice) => ({ notice })),
  new_device: [{ signedInAt: '2026-11-30T21:05:00.000Z' }],
  security_changed: EMAILS.security_changed.variables.shape.change.options.map((change) => ({
    change,
    changedAt: '2026-11-30T21:05:00.000Z',
  })),
};

describeInBrowser('every mail, in every language', () => {
  let folder: string;
  let notification: SubgraphUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'agora-letters-'));
    const env = { MAIL_FOLDER: folder, APP_URL: APP };
    [notification, browser] = await Promise.all([startSubgraph('notification', start, ['user.events'], env), launchBrowser()]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), notification?.stop()]);
    await rm(folder, { recursive: true });
  });

  test.each(LANGUAGES)('is read on a telephone, whatever people are called, and its link leads where it says (%s)', async (locale) => {
    const { page, refused } = await newVisitor(browser);
    await page.setViewportSize(NARROW);
    await page.route(`${APP}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>The application</title>' }));
    const visited = new Set<string>();
    for (const [name, letter] of await lettersOf(locale, USUAL)) {
      await page.setContent(letter.html);
      expect({ name, ...(await shown(page)) }).toEqual({ name, lang: locale, title: letter.subject, headings: 1, width: NARROW.width });
      expect(`${letter.subject}${letter.html}${letter.text}`).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
      const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      const [link] = links;
      if (!link) continue;
      expect({ name, links }).toEqual({ name, links: [link, link] });
      expect(letter.text).toContain(link);
      const { pathname, hash } = new URL(link);
      expect(hash === '' ? pathname : hash).toMatch(/^(\/sessions|#token=[\w-]+)$/);
      if (visited.has(pathname)) continue;
      await page.locator('a').first().click();
      await page.waitForURL(link);
      visited.add(pathname);
    }
    expect([...visited].sort()).toEqual(['/confirm-email', '/reset-password', '/sessions', '/verify-email']);
    for (const [name, { html }] of await lettersOf(locale, LONG)) {
      await page.setContent(html);
      expect({ name, ...(await shown(page)) }).toMatchObject({ name, width: NARROW.width });
    }
    expect(refused).toEqual([]);
  });

  /** Each letter that a language has, by its name. */
  async function lettersOf(locale: string, given: object): Promise<readonly [name: string, letter: Letter][]> {
    const wanted = Object.entries(SAID).flatMap(([template, all]) => all.map((said) => ({ template, said: { ...given, ...said } })));
    return Promise.all(
      wanted.map(async ({ template, said }) => {
        const id = newId('eml');
        await notification.happened(UserEmailRequested, {
          ...{ emailId: id, to: `${id}@people.example`, recipientId: newId('usr'), template, locale, variables: said },
          sealedSecrets: seal(MASTER_KEY, JSON.stringify({ token: newUuid() })),
          expiresAt: '2026-12-01T21:05:00.000Z',
        });
        const message = await eventually(() => notification.service.routes['/mail/message']?.(new URLSearchParams({ id })));
        const { notice, change } = z.object({ notice: z.string().optional(), change: z.string().optional() }).parse(said);
        return [[template, notice ?? change].filter((part) => part).join('-'), Letter.parse(message)] as const;
      }),
    ).then((letters) => letters.map(([name, letter]) => [name, letter]));
  }
});

function shown(page: Page): Promise<object> {
  return page.evaluate(`({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    width: document.documentElement.scrollWidth,
  })`);
}
