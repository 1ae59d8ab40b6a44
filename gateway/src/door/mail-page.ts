import type { IncomingMessage, ServerResponse } from 'node:http';
import { headerOf, isFromHere, sendProblem, sendText } from '@agora/platform/http-messages';
import * as z from 'zod';
import type { Logger } from '@agora/platform/observe/logging';
import { type AskPrivately, NotServed } from '../links/ask-privately.ts';
import { linkPage } from './link-page.ts';
import { escaped, plainPage } from './plain-page.ts';

/** The subgraph that sends mails, and keeps them where there is no mail server. */
export const MAIL_OWNER = 'notification';

const PATH = '/mail';
const Kept = z.array(z.object({ id: z.string(), to: z.string(), subject: z.string(), sentAt: z.string() }));
const Mail = z.object({ to: z.string(), subject: z.string(), html: z.string(), text: z.string() }).nullable();

/** A page of another site that gave its name this machine's address asks by that name. */
const LOCAL_NAME = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/** Nothing runs in a mail, and nothing is loaded for it; its links open beside it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'";

export function isMailPath(pathname: string): boolean {
  return pathname === PATH || pathname.startsWith(`${PATH}/`) || linkPage(pathname) !== null;
}

/**
 * Shows the mails of a marketplace without a mail server, and where their links lead, to whoever sits before it: they let people in.
 */
export class MailPage {
  readonly #ask: AskPrivately;
  readonly #log: Logger;

  constructor(ask: AskPrivately, log: Logger) {
    this.#ask = ask;
    this.#log = log;
  }

  async send(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    // Pages that may read the answers of the graph are no reason to hand them what lets people in.
    const isForPage = request.headers.origin !== undefined;
    const mayLook = !isForPage && isFromHere(request) && LOCAL_NAME.test(headerOf(request, 'host') ?? '');
    let page: string | null;
    try {
      page = mayLook ? (linkPage(pathname) ?? (await this.#page(pathname.slice(PATH.length + 1)))) : null;
    } catch (error) {
      this.#log.warn({ err: error }, 'A kept mail could not be shown.');
      return sendProblem(response, 503, 'Mails cannot be shown now.');
    }
    if (page === null) return sendProblem(response, 404, 'No mails are shown here.');
    response
      .setHeader('content-security-policy', POLICY)
      .setHeader('referrer-policy', 'no-referrer')
      .setHeader('cache-control', 'no-store');
    sendText(response, 200, 'text/html; charset=utf-8', page);
  }

  async #page(id: string): Promise<string | null> {
    try {
      if (id === '') return listOf(Kept.parse(await this.#ask('/mail')));
      const mail = Mail.parse(await this.#ask('/mail/message', { search: { id } }));
      return mail && pageOf(mail);
    } catch (error) {
      // A mail server takes the mails.
      if (error instanceof NotServed) return null;
      throw error;
    }
  }
}

function listOf(mails: z.output<typeof Kept>): string {
  const rows = mails.map(
    ({ id, to, subject, sentAt }) =>
      `<tr><td><a href="${PATH}/${escaped(id)}">${escaped(subject)}</a></td><td>${escaped(to)}</td><td>${escaped(sentAt)}</td></tr>`,
  );
  return plainPage(
    'Mail',
    mails.length === 0
      ? '<p>No mail has been sent yet. Whoever registers gets one.</p>'
      : `<table><tr><th>Subject</th><th>To</th><th>Sent</th></tr>${rows.join('\n')}</table>`,
  );
}

function pageOf({ to, subject, html, text }: NonNullable<z.output<typeof Mail>>): string {
  const inFrame = html.replace(/<head>/i, '<head><base target="_blank">');
  return plainPage(
    subject,
    `<p><a href="${PATH}">All mails</a></p><p>To ${escaped(to)}</p>
<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escaped(inFrame)}"></iframe>
<details><summary>As text</summary><pre>${escaped(text)}</pre></details>`,
  );
}
