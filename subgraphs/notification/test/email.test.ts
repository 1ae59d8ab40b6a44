import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { newId, newUuid } from '@agora/platform/ids';
import { seal } from '@agora/platform/security/seal';
import type { StartOptions } from '@agora/platform/service/service';
import { eventually } from '@agora/platform/testing/eventually';
import { MASTER_KEY, person, startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import type { EmailTemplateKey, SecretsOf, VariablesOf } from '@agora/schema/emails';
import { UserEmailRequested } from '@agora/schema/events/user';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import * as z from 'zod';
import { smtpDelivery } from '../src/email/delivery/smtp.ts';
import { forgetOldMails } from '../src/email/delivery/folder.ts';
import { start } from '../src/main.ts';
import { type MailServer, type Manner, startMailServer } from './support/mail-server.ts';

const TOPICS = ['user.events', 'order.events', 'forum.events', 'notification.events'];
const PROGRAM = path.resolve(import.meta.dirname, '../src/main.ts');
const admin = person('ADMIN');

let server: MailServer;
let notification: SubgraphUnderTest;

beforeAll(async () => {
  server = await startMailServer();
  notification = await startSubgraph('notification', start, TOPICS, {
    SMTP_URL: server.url,
    MAIL_FROM: 'Agora <no-reply@agora.example>',
    MAIL_RETRY_SECONDS: '0.005',
    APP_URL: 'https://shop.example/',
  });
});
afterAll(async () => {
  await notification.stop();
  await server.stop();
});

test('a mail server hears a password only where it encrypts, unless its address says otherwise', async () => {
  const passwords: (string | null | undefined)[] = [];
  const open = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      passwords.push(password);
      done(null, { user: username });
    },
    onData: (stream, _session, done) => void stream.resume().once('end', () => done()),
  }).listen(0, '127.0.0.1');
  await once(open, 'listening');
  const { port } = open.address() as AddressInfo;
  const letter = { id: newId('eml'), to: 'ana@people.example', language: 'en', subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' };
  const send = async (query: string) => {
    const delivery = smtpDelivery({ url: `smtp://shop:secret@127.0.0.1:${port}${query}`, from: 'Agora <no-reply@agora.example>' });
    return delivery.deliver(letter, new AbortController().signal).finally(() => delivery.stop());
  };
  try {
    await expect(send('')).rejects.toThrow(/STARTTLS/);
    expect(passwords).toEqual([]);
    await send('?requireTLS=false');
    expect(passwords).toEqual(['secret']);
  } finally {
    open.close();
  }
});

describe('a mail that is asked for', () => {
  test('arrives in the language of its reader, as HTML and as text, with its link', async () => {
    const { to, token } = await asked(
      'accept',
      { locale: 'pt-BR', variables: { displayName: 'Inês' } },
      { expiresAt: '2100-03-01T12:00:00.000Z' },
    );
    const [mail] = await received(to);
    expect(mail).toMatchObject({
      from: { name: 'Agora', address: 'no-reply@agora.example' },
      to: [{ address: to }],
      subject: 'Confirme seu e-mail',
    });
    expect(mail?.headers).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' })]));
    for (const said of [mail?.text, mail?.html]) {
      expect(said).toContain('Olá, Inês');
      expect(said).toContain('até 1 de março de 2100');
      expect(said).toContain(`https://shop.example/verify-email#token=${token}`);
    }
  });

  test('holds what people wrote as text, and no link of it', async () => {
    const { to } = await asked('accept', { variables: { displayName: `<script>alert("1")</script> evil.example & 'co'` } });
    const [mail] = await received(to);
    expect(mail?.html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/');
    expect(mail?.html).toContain('&amp; &#39;co&#39;');
    expect(mail?.html).not.toContain('<script>');
    expect(`${mail?.html}${mail?.text}`).not.toContain('evil.example');
  });

  test('tells of a device that calls itself a page without a link to it', async () => {
    const variables = { displayName: 'Ana', device: 'evil.example', ipAddress: null, signedInAt: new Date().toISOString() };
    const { to } = await asked('accept', { template: 'new_device', variables, secrets: {} });
    const [mail] = await received(to);
    expect(mail?.subject).toContain('evil');
    expect(`${mail?.subject}${mail?.html}${mail?.text}`).not.toContain('evil.example');
  });

  test('is sent once, though the event comes again', async () => {
    const { to, event } = await asked('accept');
    await received(to);
    await notification.happened(UserEmailRequested, event, newUuid());
    await notification.happened(UserEmailRequested, event);
    await notification.settled();
    expect((await received((await asked('accept')).to)).length).toBe(1);
    expect(server.given(to)).toHaveLength(1);
  });

  test('of a template that nobody knows, or without what the template says, holds up no other', async () => {
    const unknown = await asked('accept', { template: 'order_shipped' as EmailTemplateKey });
    const unfit = await asked('accept', { variables: {} as VariablesOf<'email_verification'> });
    await received((await asked('accept')).to);
    for (const { to } of [unknown, unfit]) expect(server.given(to)).toEqual([]);
  });

  test('for nobody is no mail', async () => {
    const { id, event } = await asked('accept', {}, { to: null });
    await received((await asked('accept')).to);
    expect(event.to).toBeNull();
    expect(await logOf(id)).toBeNull();
  });
});

describe('the mail server', () => {
  test('takes a mail, and its id of it is kept', async () => {
    const { id, recipientId, to } = await asked('accept');
    expect(await logged(id, 'SENT')).toEqual({
      id,
      to,
      recipient: { id: recipientId },
      templateKey: 'email_verification',
      locale: 'en',
      subject: 'Confirm your e-mail address',
      status: 'SENT',
      attempts: 1,
      attemptLog: [{ number: 1, response: expect.stringMatching(/^250 .*queued as/), error: null }],
      lastError: null,
      providerMessageId: expect.stringMatching(/^Q\d+$/),
      nextAttemptAt: null,
      sentAt: expect.any(String),
      canRetry: false,
    });
  });

  test('refuses for good, and is not asked again until an operator says so', async () => {
    const { id, to } = await asked('refuse');
    const refused = await logged(id, 'DEAD');
    expect(refused).toMatchObject({ attempts: 1, lastError: expect.stringMatching(/^550 /), nextAttemptAt: null, canRetry: true });
    expect(await retry(id)).toEqual({ emailLogs: [{ id }], userErrors: [] });
    await eventually(async () => {
      const { attempts, status } = (await logOf(id)) ?? {};
      return attempts === 2 && status === 'DEAD';
    });
    expect(server.given(to)).toEqual([]);
  });

  test('refuses in bytes that are no text: what can be read of them is kept, and it is not asked again', async () => {
    const garbling = createServer((socket) => {
      socket.write('220 mail.example\r\n');
      socket.on('data', (said) => socket.write(said.toString().startsWith('RCPT') ? '550 Nobody\0here.\r\n' : '250 Ok\r\n'));
    }).listen(0, '127.0.0.1');
    await once(garbling, 'listening');
    const { port } = garbling.address() as AddressInfo;
    await notification.restart((options) => start({ ...options, env: { ...notification.env, SMTP_URL: `smtp://127.0.0.1:${port}` } }));
    const { id } = await asked('accept');
    expect(await logged(id, 'DEAD')).toMatchObject({ attempts: 1, lastError: expect.stringContaining('550 Nobody here.') });
    await notification.restart(start);
    garbling.close();
  });

  test('says not now, and is asked again until it takes the mail', async () => {
    const { id, to } = await asked('postpone');
    await received(to);
    const { attemptLog, lastError } = await logged(id, 'SENT');
    expect(attemptLog.map(({ error }) => error)).toEqual([expect.stringMatching(/^451 /), expect.stringMatching(/^451 /), null]);
    expect(lastError).toBeNull();
  });

  test('says not now for ever, and is asked eight times, with longer and longer waits', async () => {
    const { id } = await asked('never');
    const { attemptLog } = await logged(id, 'DEAD');
    expect(attemptLog).toHaveLength(8);
    const at = await attemptTimes(id);
    const waits = at.slice(1).map((instant, index) => instant - (at[index] ?? 0));
    // Three times as long each: a wait is never shorter than what it should be.
    for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(Math.floor(5 * 3 ** index));
  });

  test('never answers: the mail waits for another attempt, and no other mail for it', async () => {
    // As long as a busy machine may take for the mail that is answered.
    const restarted = { ...notification.env, MAIL_TIMEOUT_SECONDS: '5', MAIL_RETRY_SECONDS: '3600' };
    await notification.restart((options) => start({ ...options, env: restarted }));
    const { id } = await asked('hang');
    await received((await asked('accept')).to);
    const { lastError, nextAttemptAt } = await logged(id, 'FAILED');
    expect(lastError).toBe('The mail server did not finish within 5 s.');
    expect(Date.parse(nextAttemptAt ?? '')).toBeGreaterThan(Date.now() + 3_000_000);
    await notification.restart(start);
  });

  test('is gone after it was given everything: the mail is sent again, under the same id', async () => {
    const { id, to } = await asked('die');
    await logged(id, 'SENT');
    const [first, second] = server.given(to);
    expect(second?.messageId).toBe(first?.messageId);
    expect(first?.messageId).toContain(id);
  });

  test('is away: the mail waits', async () => {
    const nobody = { ...notification.env, SMTP_URL: 'smtp://127.0.0.1:1', MAIL_RETRY_SECONDS: '3600' };
    await notification.restart((options) => start({ ...options, env: nobody }));
    const { id, to } = await asked('accept');
    expect(await logged(id, 'FAILED')).toMatchObject({ lastError: expect.stringMatching(/ECONNREFUSED/) });
    await notification.restart(start);
    expect((await retry(id)).userErrors).toEqual([]);
    await received(to);
  });
});

test('a mail of which it cannot be noted that it was sent interrupts no other', async () => {
  const client = new pg.Client({ connectionString: notification.databaseUrl });
  await client.connect();
  try {
    const { id, to } = await asked('hold');
    await received(to);
    await client.query(`create sequence notes_refused;
      create function refuse_note() returns trigger language plpgsql as $$ begin
        perform nextval('notes_refused');
        raise 'No room for a note.';
      end $$;
      create trigger refuse_note before update on email_attempt for each row when (old.email_id <> '${id}') execute function refuse_note()`);
    const other = await asked('accept');
    await eventually(async () => (await client.query('select from notes_refused where is_called')).rowCount === 1);
    server.release();
    const { attemptLog } = await logged(id, 'SENT');
    expect(attemptLog.map(({ error }) => error)).toEqual([null]);
    await client.query('drop trigger refuse_note on email_attempt');
    await logged(other.id, 'SENT');
  } finally {
    await client.query('drop function refuse_note cascade; drop sequence notes_refused');
    await client.end();
  }
});

test('a sender that is killed between sending and noting it is followed by one that sends again, and says so', async () => {
  const lines: string[] = [];
  let id = '';
  let to = '';
  await notification.restart(async (options) => {
    const first = replica(options, lines);
    ({ id, to } = await asked('hold'));
    await received(to);
    const client = new pg.Client({ connectionString: notification.databaseUrl });
    await client.connect();
    await client.query('begin');
    await client.query('select from email where id = $1 for update', [id]);
    server.release();
    await eventually(async () => {
      const { rows } = await client.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);
      return rows.length > 0;
    });
    first.kill('SIGKILL');
    await once(first, 'exit');
    await client.end();

    const second = replica(options, lines);
    await eventually(() => server.given(to).length === 2);
    server.release();
    await eventually(() => lines.some((line) => line.includes('A mail may arrive twice') && line.includes(id)));
    second.kill('SIGTERM');
    await once(second, 'exit');
    return start(options);
  });
  const { attemptLog } = await logged(id, 'SENT');
  expect(attemptLog.map(({ error }) => error)).toEqual(['The sender ended before it noted whether the mail was sent.', null]);
  expect(new Set(server.given(to).map(({ messageId }) => messageId)).size).toBe(1);
});

describe('the secret in a mail', () => {
  test('stands nowhere in clear, neither before it was sent nor after, when it is gone', async () => {
    const restarted = { ...notification.env, SMTP_URL: 'smtp://127.0.0.1:1', MAIL_RETRY_SECONDS: '3600' };
    await notification.restart((options) => start({ ...options, env: restarted }));
    const { id, to, token, event } = await asked('accept');
    await logged(id, 'FAILED');
    expect(await everythingKept()).not.toContain(token);
    expect(await everythingKept()).toContain(event.sealedSecrets);
    await notification.restart(start);
    await retry(id);
    await received(to);
    await logged(id, 'SENT');
    expect(await mailsKept()).not.toContain(event.sealedSecrets);
    expect(await everythingKept()).not.toContain(token);
  });

  test('is not kept in the words of a server that repeats it', async () => {
    const { id, to, token } = await asked('repeat');
    const { lastError, attemptLog } = await logged(id, 'DEAD');
    expect(server.given(to)[0]?.text).toContain(token);
    expect(lastError).toContain('554 I do not like #token=…');
    expect(JSON.stringify(attemptLog)).not.toContain(token);
  });

  test('that another key has sealed is not opened, and the mail waits', async () => {
    const { id } = await asked('accept', {}, { sealedSecrets: seal('another master key that is long enough', '{"token":"t"}') });
    await eventually(async () => (await logOf(id))?.lastError?.includes('AGORA_MASTER_KEY is another one'));
  });

  test('that has ended is not sent, and cannot be asked for again', async () => {
    const { id, to } = await asked('accept', {}, { expiresAt: new Date(Date.now() - 1_000).toISOString() });
    expect(await logged(id, 'DEAD')).toMatchObject({ attempts: 0, lastError: 'It came too late: its link has ended.', canRetry: false });
    expect((await retry(id)).userErrors).toMatchObject([{ code: 'CONFLICT', field: ['emailLogIds', '0'] }]);
    expect(server.given(to)).toEqual([]);
  });
});

describe('an administrator', () => {
  test('finds mails by state, template, address, person and time, and counts them by state', async () => {
    const [one, two, three] = [await asked('accept', { template: 'welcome' }), await asked('refuse'), await asked('accept')];
    await Promise.all([logged(one.id, 'SENT'), logged(two.id, 'DEAD'), logged(three.id, 'SENT')]);
    const recipientIds = [one, two, three].map(({ recipientId }) => recipientId);
    const find = async (filter: object) => (await found({ ...filter, recipientIds })).nodes.map(({ id }) => id);
    expect(await find({})).toEqual([three.id, two.id, one.id]);
    expect(await find({ statuses: ['DEAD'] })).toEqual([two.id]);
    expect(await find({ templateKeys: ['welcome'] })).toEqual([one.id]);
    expect(await find({ to: { eq: two.to.toUpperCase() } })).toEqual([two.id]);
    expect(await find({ to: { startsWith: 'refuse' } })).toEqual([two.id]);
    expect(await find({ to: { in: [one.to, three.to], contains: '@mail.' } })).toEqual([three.id, one.id]);
    expect(await find({ createdAt: { gte: new Date().toISOString() } })).toEqual([]);
    const { totalCount, statusCounts } = await found({ recipientIds, statuses: ['DEAD'] });
    expect({ totalCount, statusCounts }).toEqual({
      totalCount: 1,
      statusCounts: [
        { status: 'DEAD', count: 1 },
        { status: 'SENT', count: 2 },
      ],
    });
  });

  test('pages through them in every order', async () => {
    for (const field of ['CREATED_AT', 'UPDATED_AT', 'NEXT_ATTEMPT_AT']) {
      for (const direction of ['ASC', 'DESC']) {
        const all = async () => (await found({}, { sort: { field, direction }, first: 100 })).nodes.map(({ id }) => id);
        // A mail that is tried again meanwhile has another place.
        const { paged, before } = await eventually(async () => {
          const [before, paged, after] = [await all(), await pagedIds({ field, direction }), await all()];
          return isDeepStrictEqual(before, after) && { paged, before };
        });
        expect(paged).toEqual(before);
      }
    }
  });

  test('alone sees them', async () => {
    const { id } = await asked('accept');
    await logged(id, 'SENT');
    for (const as of [person(), person('MODERATOR', 'SELLER')]) {
      const { errors } = await notification.ask('{ emailLogs { nodes { id } } }', {}, { as });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(await logOf(id, as)).toBeNull();
      const { errors: refused } = await notification.ask(RETRY, { input: { emailLogIds: [id] } }, { as });
      expect(refused).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await logOf(id, null)).toBeNull();
  });

  test('has all of them sent again, or none', async () => {
    const dead = await asked('refuse');
    const sent = await asked('accept');
    await logged(dead.id, 'DEAD');
    await logged(sent.id, 'SENT');
    const none = newId('eml');
    expect((await retry(dead.id, sent.id, none)).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['emailLogIds', '1'] },
      { code: 'NOT_FOUND', field: ['emailLogIds', '2'] },
    ]);
    expect((await retry()).userErrors).toMatchObject([{ code: 'INVALID', field: ['emailLogIds'] }]);
    expect(await logOf(dead.id)).toMatchObject({ status: 'DEAD', attempts: 1 });
  });
});

describe('without a mail server', () => {
  test('mails are kept in a folder that nobody else may read', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'agora-mail-'));
    try {
      const env = { ...notification.env, SMTP_URL: '' };
      await notification.restart((options) => start({ ...options, env: { ...env, MAIL_FOLDER: path.join(folder, 'mail') } }));
      const { id, token } = await asked('accept');
      await logged(id, 'SENT');
      expect(await readdir(path.join(folder, 'mail'))).toEqual([`${id}.eml`]);
      const file = path.join(folder, 'mail', `${id}.eml`);
      expect((await readFile(file, 'utf8')).replaceAll('=\r\n', '')).toContain(token);
      expect((await stat(file)).mode & 0o077).toBe(0);

      const [half, underWay] = ['eml_half.eml.part', 'eml_now.eml.part'].map((name) => path.join(folder, 'mail', name)) as [string, string];
      for (const part of [half, underWay]) await writeFile(part, 'From: Agora');
      const yesterday = new Date(Date.now() - 86_400_000);
      await utimes(half, yesterday, yesterday);
      await forgetOldMails(path.join(folder, 'mail'));
      expect((await readdir(path.join(folder, 'mail'))).toSorted()).toEqual([`${id}.eml`, 'eml_now.eml.part']);
    } finally {
      await notification.restart(start);
      await rm(folder, { recursive: true });
    }
  });

  test('production does not start, whether there is a folder or not', async () => {
    const env = { ...notification.env, SMTP_URL: '', AGORA_RATE_LIMIT: 'on' };
    for (const more of [{}, { MAIL_FOLDER: '/tmp/mail' }]) {
      await expect(start({ env: { ...env, ...more, NODE_ENV: 'production' }, listen: false })).rejects.toThrow('SMTP_URL is not set');
    }
    await expect(start({ env, listen: false })).rejects.toThrow('MAIL_FOLDER');
  });
});

let count = 0;

interface Asked<Key extends EmailTemplateKey> {
  readonly template?: Key;
  readonly locale?: string;
  readonly variables?: VariablesOf<Key>;
  readonly secrets?: SecretsOf<Key>;
}

/** Another service asks for a mail, to somebody whose server has this manner. */
async function asked<Key extends EmailTemplateKey = 'email_verification'>(manner: Manner, given: Asked<Key> = {}, more: object = {}) {
  const [id, recipientId] = [newId('eml'), newId('usr')];
  const to = `${manner}-${++count}@mail.example`;
  const token = newUuid();
  const { template = 'email_verification', locale = 'en', variables = { displayName: 'Ana' }, secrets = { token } } = given;
  const event = {
    ...{ emailId: id, to, recipientId, template, locale, variables: { ...variables } },
    sealedSecrets: seal(MASTER_KEY, JSON.stringify(secrets)),
    ...more,
  };
  await notification.happened(UserEmailRequested, event);
  return { id, recipientId, to, token, event };
}

function received(to: string) {
  return eventually(() => (server.given(to).length > 0 ? server.given(to) : null));
}

const Log = z.object({
  id: z.string(),
  to: z.string(),
  recipient: z.object({ id: z.string() }),
  templateKey: z.string(),
  locale: z.string(),
  subject: z.string(),
  status: z.string(),
  attempts: z.int(),
  attemptLog: z.array(z.object({ number: z.int(), response: z.string().nullable(), error: z.string().nullable() })),
  lastError: z.string().nullable(),
  providerMessageId: z.string().nullable(),
  nextAttemptAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  canRetry: z.boolean(),
});

const LOG = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on EmailLog {
      id to recipient { id } templateKey locale subject status attempts attemptLog { number response error } lastError
      providerMessageId nextAttemptAt sentAt canRetry
    }
  }
}`;

async function logOf(id: string, as: typeof admin | null = admin): Promise<z.output<typeof Log> | null> {
  const { data } = await notification.ask(LOG, { representations: [{ __typename: 'EmailLog', id }] }, { as });
  return z.object({ _entities: z.tuple([Log.nullable()]) }).parse(data)._entities[0];
}

function logged(id: string, status: string): Promise<z.output<typeof Log>> {
  return eventually(async () => {
    const log = await logOf(id);
    return log?.status === status && log;
  });
}

const RETRY = `mutation ($input: EmailRetryInput!) {
  emailRetry(input: $input) { emailLogs { id } userErrors { code message field } }
}`;

async function retry(...emailLogIds: string[]): Promise<{ userErrors: object[] }> {
  return (await notification.data(RETRY, { input: { emailLogIds } }, { as: admin }))['emailRetry'] as never;
}

const Found = z.object({
  totalCount: z.int(),
  statusCounts: z.array(z.object({ status: z.string(), count: z.int() })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(z.object({ id: z.string() })),
});

async function found(filter: object, page: object = {}): Promise<z.output<typeof Found>> {
  const { emailLogs } = await notification.data(
    `query ($filter: EmailLogFilterInput, $sort: EmailLogSortInput, $first: Int, $after: String) {
      emailLogs(filter: $filter, sort: $sort, first: $first, after: $after) {
        totalCount statusCounts { status count } pageInfo { hasNextPage endCursor } nodes { id }
      }
    }`,
    { filter, ...page },
    { as: admin },
  );
  return Found.parse(emailLogs);
}

/** Of all mails, page by page. */
async function pagedIds(sort: object): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await found({}, { sort, first: 7, after });
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
  }
}

async function attemptTimes(id: string): Promise<number[]> {
  const { data } = await notification.ask(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on EmailLog { attemptLog { startedAt durationMs } } } }',
    { r: [{ __typename: 'EmailLog', id }] },
    { as: admin },
  );
  const attempts = z.array(z.object({ startedAt: z.string(), durationMs: z.int() }));
  const [log] = z.object({ _entities: z.tuple([z.object({ attemptLog: attempts })]) }).parse(data)._entities;
  return log.attemptLog.map(({ startedAt }) => Date.parse(startedAt));
}

/** Another process that does the same, on the same database; what it logs is added to `lines`. */
function replica({ env = {} }: StartOptions, lines: string[]) {
  const child = spawn(process.execPath, ['--no-warnings', PROGRAM], {
    env: { ...env, PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void lines.push(...text.split('\n')));
  return child;
}

/** Every row of every table, as text. */
async function everythingKept(): Promise<string> {
  return onDatabase(notification.databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'platform')`,
    );
    expect(tables.length).toBeGreaterThan(5);
    const texts: string[] = [];
    for (const { name } of tables)
      texts.push(...(await client.query<{ text: string }>(`select t::text as text from ${name} t`)).rows.map(({ text }) => text));
    return texts.join('\n');
  });
}

function mailsKept(): Promise<string> {
  return onDatabase(notification.databaseUrl, async (client) =>
    (await client.query<{ text: string }>('select e::text as text from email e')).rows.map(({ text }) => text).join('\n'),
  );
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
