import { readFile } from 'node:fs/promises';
import type { Database } from '@agora/platform/database/database';
import type { Routes } from '@agora/platform/graph/http';
import { prefixOf } from '@agora/platform/ids';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import PostalMime from 'postal-mime';
import { isNoFile, mailFile } from './delivery/folder.ts';
import { Email } from './model/email.ts';

/** What a folder keeps, for the page that shows it: the latest hundred mails, and one as it was sent. */
export function keptMails(database: Database, folder: string): Routes {
  return {
    '/mail': async () => (await latestSent(database.fork())).map(({ address: to, ...mail }) => ({ ...mail, to })),
    '/mail/message': (search) => messageIn(folder, search.get('id') ?? ''),
  };
}

const latestSent = statement(
  columnsOf(Email, 'id', 'address', 'subject', 'sentAt'),
  (columns) => `select ${columns} from email where status = 'SENT' order by created_at desc, id desc limit 100`,
);

/** Null where there is none of that id. */
async function messageIn(folder: string, id: string): Promise<object | null> {
  if (prefixOf(id) !== 'eml') return null;
  const file = await readFile(mailFile(folder, id)).catch((error: unknown) => {
    if (isNoFile(error)) return null;
    throw error;
  });
  if (!file) return null;
  const { to = [], subject = '', html = '', text = '' } = await PostalMime.parse(file);
  return { to: to.map(({ address = '' }) => address).join(', '), subject, html, text };
}
