import type { SendMailOptions } from 'nodemailer';
import type { Letter } from './delivery.ts';

/** A letter as nodemailer takes it. Nobody's absence note answers it (https://www.rfc-editor.org/rfc/rfc3834#section-5). */
export function messageOf({ id, to, language, subject, html, text }: Letter, from: string): SendMailOptions {
  const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: { name: '', address: to },
    subject,
    html,
    text,
    messageId: `<${id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
