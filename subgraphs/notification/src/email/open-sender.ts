import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import { unseal } from '@agora/platform/security/seal';
import type { Stoppable } from '@agora/platform/service/every';
import * as z from 'zod';
import type { MailConfig } from '../config.ts';
import type { EmailTask } from './commands/claim-emails.ts';
import { folderDelivery } from './delivery/folder.ts';
import { smtpDelivery } from './delivery/smtp.ts';
import { writeLetter } from './letters/letter.ts';
import { startEmailSender, type Writing } from './sender.ts';

/** Sends mails as the settings say. */
export function openSender(database: Database, config: MailConfig, log: Logger): Stoppable {
  const { smtpUrl, folder, from, firstWaitMs, timeoutMs, masterKey, appUrl } = config;
  const delivery = smtpUrl === undefined ? folderDelivery({ folder: folder ?? '', from }) : smtpDelivery({ url: smtpUrl, from });
  const sender = startEmailSender({ database, delivery, write: (task) => write(task, masterKey, appUrl), firstWaitMs, timeoutMs, log });
  return {
    async stop() {
      await sender.stop();
      delivery.stop();
    },
  };
}

const Secrets = z.record(z.string(), z.string());

function write(task: EmailTask, masterKey: string, appUrl: string): Writing {
  const { id, address: to, templateKey, locale, variables, sealedSecrets, expiresAt } = task;
  const secrets = Secrets.parse(JSON.parse(opened(masterKey, sealedSecrets ?? '')));
  const filling = { locale, variables, secrets, linkEndsAt: expiresAt ?? null };
  return { letter: { id, to, ...writeLetter(templateKey, filling, appUrl) }, secrets: Object.values(secrets) };
}

function opened(masterKey: string, sealed: string): string {
  try {
    return unseal(masterKey, sealed);
  } catch {
    throw new Error('What was sealed for this mail cannot be opened: AGORA_MASTER_KEY is another one.');
  }
}
