import type { Database } from '@agora/platform/database/database';
import { onOwnConnection } from '@agora/platform/database/own-connection';
import { messageOf } from '@agora/platform/errors';
import type { Logger } from '@agora/platform/observe/logging';
import type { Stoppable } from '@agora/platform/service/every';
import { keepRunning, type Run } from '@agora/platform/service/loop';
import type { Client } from 'pg';
import { claimEmails, type EmailTask } from './commands/claim-emails.ts';
import { endAttempt, type Outcome } from './commands/end-attempt.ts';
import { EMAILS_DUE } from './commands/queue-email.ts';
import { recoverAttempts } from './commands/recover-attempts.ts';
import { type Delivery, type Letter, Undelivered } from './delivery/delivery.ts';

/** The advisory lock of the one sender that works on a database. */
const SENDER_LOCK = 0x6d_61_69_6c;
const MAX_AT_ONCE = 5;
const POLL_MS = 5_000;
const STANDBY_MS = 1_000;
/** What is due is locked by an operator's retry, which is not committed yet. */
const LOCKED_MS = 100;
/** How long mails that are under way may take to arrive when the sender stops, or begins again. */
const FINISH_MS = 5_000;

export interface SenderOptions {
  readonly database: Database;
  readonly delivery: Delivery;
  /** Throws where a secret cannot be opened. */
  readonly write: (task: EmailTask) => Writing;
  /** The wait after the first attempt that failed. */
  readonly firstWaitMs: number;
  /** How long the whole exchange with the mail server may take. */
  readonly timeoutMs: number;
  readonly log: Logger;
}

/** A letter, and what of it must be in no log. */
export interface Writing {
  readonly letter: Letter;
  readonly secrets: readonly string[];
}

/**
 * Sends what is due. An attempt is noted before it begins and after it ends, and one sender works at a time: what is under way when
 * another one takes over was interrupted, and is sent again.
 */
export function startEmailSender(options: SenderOptions): Stoppable {
  const { database, log } = options;
  const loop = keepRunning('The sender of mails', log, (run) =>
    onOwnConnection(
      database.url,
      () => loop.wake(),
      (client) => send({ ...options, client, run, wake: () => loop.wake() }),
    ),
  );
  return loop;
}

interface Session extends SenderOptions {
  readonly client: Client;
  readonly run: Run;
  readonly wake: () => void;
}

async function send(session: Session): Promise<void> {
  const { client, run, database, log, wake } = session;
  client.on('notification', wake);
  await client.query(`listen ${EMAILS_DUE}`);
  if (!(await becomeActive(client, run))) return;
  await recoverAttempts(database.fork(), log);
  const ending = new AbortController();
  const underWay = new Set<Promise<void>>();
  let failure: Error | undefined;
  const begin = (task: EmailTask) => {
    const ended: Promise<void> = attempt(session, task, ending.signal)
      .catch((error: unknown) => void (failure ??= new Error('It could not be noted whether a mail was sent.', { cause: error })))
      .finally(() => {
        underWay.delete(ended);
        wake();
      });
    underWay.add(ended);
  };
  try {
    while (!run.stopped) {
      if (failure) throw failure;
      const room = MAX_AT_ONCE - underWay.size;
      // Over the connection of the lock: a sender that lost it begins nothing more.
      const wait = room > 0 ? await msUntilDue(client) : POLL_MS;
      run.healthy();
      const tasks = wait > 0 ? [] : await claimEmails(database.fork(), room);
      for (const task of tasks) begin(task);
      if (tasks.length === 0) await run.sleep(Math.min(Math.max(wait, LOCKED_MS), POLL_MS));
    }
  } finally {
    // Whoever lost the connection of the lock may have a successor already, which sends again what is under way here.
    const finish = setTimeout(() => ending.abort(), run.stopped || failure ? FINISH_MS : 0);
    await Promise.all(underWay);
    clearTimeout(finish);
  }
}

/** Answers whether it is the one that sends; false where it was stopped while another was. */
async function becomeActive(client: Client, run: Run): Promise<boolean> {
  while (!run.stopped) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [SENDER_LOCK]);
    if (rows[0]?.held) return true;
    await run.sleep(STANDBY_MS);
  }
  return false;
}

/** How long it is until a mail is due. */
async function msUntilDue(client: Client): Promise<number> {
  const { rows } = await client.query<{ ms: number }>(
    `select (extract(epoch from next_attempt_at - $1::timestamptz) * 1000)::float8 as ms from email
     where next_attempt_at is not null order by next_attempt_at limit 1`,
    [new Date()],
  );
  return rows[0]?.ms ?? Infinity;
}

/** Rejects where its end could not be noted: the sender begins again then, and takes it for interrupted. */
async function attempt(session: Session, task: EmailTask, ending: AbortSignal): Promise<void> {
  const outcome = await outcomeOf(session, task, ending);
  await endAttempt(session.database.fork(), task, outcome);
  if (outcome.kind === 'SENT') return;
  session.log.warn({ emailId: task.id, attempt: task.attempt, reason: outcome.error }, 'A mail could not be sent.');
}

async function outcomeOf({ delivery, write, timeoutMs, firstWaitMs }: Session, task: EmailTask, ending: AbortSignal): Promise<Outcome> {
  let secrets: readonly string[] = [];
  const tooLong = AbortSignal.timeout(timeoutMs);
  try {
    const writing = write(task);
    secrets = writing.secrets;
    const { response, providerMessageId } = await delivery.deliver(writing.letter, AbortSignal.any([tooLong, ending]));
    return { kind: 'SENT', response: without(secrets, response), providerMessageId };
  } catch (error) {
    if (ending.aborted) return { kind: 'INTERRUPTED', error: 'The sender stopped in the middle.' };
    const reason = tooLong.aborted ? `The mail server did not finish within ${timeoutMs / 1_000} s.` : without(secrets, messageOf(error));
    const { response, isFinal } = error instanceof Undelivered ? error : { response: null, isFinal: false };
    return { kind: 'FAILED', error: reason, response: response === null ? null : without(secrets, response), isFinal, firstWaitMs };
  }
}

/** A server may repeat what it does not like, such as a link. */
function without(secrets: readonly string[], said: string): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, '…'), said);
}
