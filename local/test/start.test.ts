import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { identityOf } from '../launch/processes.mjs';
import { subgraphNames } from '../src/repository.ts';
import { freePort } from '@agora/platform/free-port';
import { findPostgres } from '../src/postgres.ts';
import { copyOfRepository } from './support/copy-of-repository.ts';
import { endPrograms, freshEnvironment, type Program, run, until } from './support/program.ts';
import { skipped } from './support/skipped.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PASSWORD = 'long enough to be a password';
const isRoot = process.getuid?.() === 0;
/** Root may write everywhere, so that it has to become somebody who may not. */
const AS_NOBODY = 'data:text/javascript,process.setegid(65534);process.seteuid(65534)';

const whereNobodyCanRead = isRoot && !nobodyCanRead() ? skipped(`${ROOT} can be read by root alone.`) : test;

let data: string;
let port: number;

beforeEach(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), 'agora-start-test-'));
  port = await freePort();
});

afterEach(async () => {
  await endPrograms();
  const left = await findPostgres(path.join(data, 'postgres'));
  if (left && identityOf(left.pid)) process.kill(left.pid, 'SIGQUIT');
  await until(
    () => !left || identityOf(left.pid) === null,
    () => 'PostgreSQL did not end.',
  );
  rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

function nobodyCanRead(): boolean {
  const read = ['-e', 'require("fs").readFileSync(process.argv[1])', path.join(ROOT, 'package.json')];
  return spawnSync(process.execPath, ['--import', AS_NOBODY, ...read]).status === 0;
}

function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return freshEnvironment({ AGORA_DATA: data, PORT: String(port), ...more });
}

/** As `npm run` does, through the launcher. */
function npmRun(script: string, more: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Program {
  return run(['local/launch.mjs', script, ...args], { cwd: ROOT, env: environment(more) });
}

async function started(script: string, more: Readonly<Record<string, string>> = {}): Promise<Program> {
  const program = npmRun(script, more);
  void program.ended.catch(() => {});
  await program.says('Agora is ready');
  return program;
}

const Answer = z.object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.array(z.unknown()).optional() });

async function ask(query: string): Promise<z.infer<typeof Answer>> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return Answer.parse(await response.json());
}

async function register(email: string): Promise<void> {
  const input = `{ email: "${email}", password: "${PASSWORD}", displayName: "Ada" }`;
  const answer = await ask(`mutation { userRegister(input: ${input}) { user { id } userErrors { code message } } }`);
  expect(answer).toEqual({ data: { userRegister: { user: { id: expect.any(String) }, userErrors: [] } } });
}

async function canSignIn(email: string): Promise<boolean> {
  const { data: answer } = await ask(
    `mutation { sessionCreate(input: { email: "${email}", password: "${PASSWORD}" }) { session { accessToken } } }`,
  );
  return z.object({ session: z.object({ accessToken: z.string() }).nullable() }).parse(answer?.['sessionCreate']).session !== null;
}

/** The program behind the launcher, by its path. */
function processesOf(program: string): number[] {
  const rows = spawnSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).stdout.split('\n');
  const pids = rows.flatMap((row) => (row.endsWith(` ${program}`) ? [Number(row.trim().split(' ')[0])] : []));
  return pids.filter((pid) => environmentOf(pid).includes(`AGORA_DATA=${data}`));
}

function environmentOf(pid: number): string {
  if (process.platform !== 'linux') return spawnSync('ps', ['eww', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

describe('npm start', () => {
  test('serves the marketplace with its demo data, says where and to whom, and stops in order on Ctrl-C', async () => {
    const program = await started('start');
    for (const said of [
      `http://localhost:${port}`,
      'buyer@agora.example',
      'agora-demo-2026',
      '{ products(',
      'subscription { notificationReceived',
    ]) {
      expect(program.said()).toContain(said);
    }
    const { data: answer, errors } = await ask(
      '{ products(first: 3) { nodes { name priceFrom { amount currencyCode } seller { username } } } }',
    );
    expect(errors).toBeUndefined();
    expect(answer).toMatchObject({ products: { nodes: [{ seller: { username: expect.any(String) } }, {}, {}] } });

    const second = npmRun('start');
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(
      new RegExp(`^Agora runs already with this data: process \\d+, http://localhost:${port}\\. Stop that one .*\\n$`),
    );

    const postgres = await findPostgres(path.join(data, 'postgres'));
    program.signal('SIGINT');
    expect(await program.ended).toBe(0);
    expect(program.said()).not.toMatch(/not stop|at once/);
    expect(postgres && identityOf(postgres.pid)).toBeNull();
  });

  test('keeps its data over a restart, a kill -9 and a kill -9 of PostgreSQL as well', async () => {
    const quiet = { AGORA_DEMO: 'off', AGORA_RATE_LIMIT: 'off' };
    const first = await started('start', quiet);
    await register('ada@example.org');
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);

    const second = await started('start', quiet);
    expect(await canSignIn('ada@example.org')).toBe(true);
    const before = await findPostgres(path.join(data, 'postgres'));
    for (const pid of processesOf('local/src/main.ts')) process.kill(pid, 'SIGKILL');
    expect(await second.ended).toBe('SIGKILL');

    const third = await started('start', quiet);
    expect(await canSignIn('ada@example.org')).toBe(true);
    expect((await findPostgres(path.join(data, 'postgres')))?.pid).toBe(before?.pid);
    for (const pid of [...processesOf('local/src/main.ts'), before?.pid ?? 0]) process.kill(pid, 'SIGKILL');
    expect(await third.ended).toBe('SIGKILL');

    const fourth = await started('start', quiet);
    expect(await canSignIn('ada@example.org')).toBe(true);
    fourth.signal('SIGINT');
    expect(await fourth.ended).toBe(0);
  });

  test('every broken setting is told at once', async () => {
    const program = npmRun('start', {
      PORT: 'abc',
      AGORA_DEMO: 'maybe',
      ORDER_DATABASE_URL: 'mysql://localhost/order',
      KAFKA_BROKERS: 'kafka',
    });
    expect(await program.ended).toBe(1);
    const told = program.said().trim().split('\n');
    expect(told.sort()).toEqual([
      'AGORA_DEMO: must be one of on, off, not "maybe".',
      expect.stringMatching(/^KAFKA_BROKERS: must be /),
      expect.stringMatching(/^ORDER_DATABASE_URL: must be /),
      'PORT: must be a whole number, not "abc".',
    ]);
  });

  test('what is made for demonstrations and tests is refused in production', async () => {
    const program = npmRun('start', { NODE_ENV: 'production', AGORA_DEMO: 'on', AGORA_RATE_LIMIT: 'off' });
    expect(await program.ended).toBe(1);
    expect(
      program
        .said()
        .trim()
        .split('\n')
        .map((line) => line.split(/[: ]/)[0]),
    ).toEqual(['AGORA_DEMO', 'AGORA_RATE_LIMIT', 'AGORA_GATEWAY_SECRET', 'AGORA_MASTER_KEY', 'SMTP_URL']);
  });

  test('a taken port is told in one sentence, and nothing is left running', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    try {
      for (const program of [npmRun('start'), run(['local/src/main.ts'], { cwd: ROOT, env: environment({ AGORA_DEMO: 'off' }) })]) {
        expect(await program.ended).toBe(1);
        expect(program.said()).toMatch(
          new RegExp(`^Port ${port} is taken by another program\\. Stop that one, or choose another port.*\\n$`),
        );
      }
    } finally {
      other.close();
    }
    expect(await findPostgres(path.join(data, 'postgres'))).toBeNull();
  });

  test('a data folder that cannot be written is told in one sentence', async () => {
    writeFileSync(path.join(data, 'file'), '');
    const program = npmRun('start', { AGORA_DATA: path.join(data, 'file', 'data') });
    expect(await program.ended).toBe(1);
    expect(program.said()).toMatch(
      /^AGORA_DATA: the folder .* cannot be written \(ENOTDIR\)\. Make it writable, or choose another folder: AGORA_DATA=.* npm start\n$/,
    );
  });

  whereNobodyCanRead("a data folder of somebody else's is told in one sentence", async () => {
    chmodSync(data, isRoot ? 0o755 : 0o555);
    const program = run([...(isRoot ? ['--import', AS_NOBODY] : []), 'local/src/main.ts'], { cwd: ROOT, env: environment() });
    expect(await program.ended).toBe(1);
    expect(program.said()).toMatch(/^AGORA_DATA: the folder .* cannot be written \(EACCES\)\. .*\n$/);
    chmodSync(data, 0o755);
  });

  test('brokers that never answer are told in one sentence, and nothing is left running', async () => {
    const brokers = `127.0.0.1:${await freePort()}`;
    const program = npmRun('start', { KAFKA_BROKERS: brokers, START_TIMEOUT_MS: '500' });
    expect(await program.ended).toBe(1);
    const [waiting = '', ...rest] = program.said().trim().split('\n');
    expect(waiting).toContain('"Waiting for Kafka to answer."');
    expect(rest).toEqual([
      expect.stringMatching(new RegExp(`^KAFKA_BROKERS: ${brokers} did not answer within 500 ms \\(START_TIMEOUT_MS\\): .*ECONNREFUSED`)),
    ]);
    expect(await findPostgres(path.join(data, 'postgres'))).toBeNull();
  });

  test('a service whose database never answers says so in one sentence, without its password', async () => {
    const place = `127.0.0.1:${await freePort()}/user`;
    const settings = {
      USER_DATABASE_URL: `postgres://agora:hidden@${place}`,
      BUS_DATABASE_URL: 'postgres://bus',
      AGORA_GATEWAY_SECRET: PASSWORD.repeat(4),
    };
    const program = run(['subgraphs/user/src/main.ts'], { cwd: ROOT, env: environment({ ...settings, START_TIMEOUT_MS: '300' }) });
    expect(await program.ended).toBe(1);
    const [waiting = '', ...rest] = program.said().trim().split('\n');
    expect(waiting).toContain('"Waiting for PostgreSQL to answer."');
    expect(rest).toEqual([
      expect.stringMatching(new RegExp(`^USER_DATABASE_URL: ${place} did not answer within 300 ms \\(START_TIMEOUT_MS\\): .*ECONNREFUSED`)),
    ]);
  });

  test('lists every setting on --help', async () => {
    const program = npmRun('start', {}, ['--help']);
    expect(await program.ended).toBe(0);
    const named = [
      'PORT',
      'HOST',
      'AGORA_DATA',
      'AGORA_DEMO',
      'AGORA_RATE_LIMIT',
      'AGORA_GATEWAY_SECRET',
      'BUS_DATABASE_URL',
      'KAFKA_BROKERS',
      'START_TIMEOUT_MS',
      'REDIS_URL',
      'LOG_LEVEL',
    ];
    for (const name of [
      ...named,
      ...subgraphNames().flatMap((subgraph) => [`${subgraph.toUpperCase()}_URL`, `${subgraph.toUpperCase()}_DATABASE_URL`]),
    ]) {
      expect(program.said()).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    }
  });
});

describe('npm run start:services', () => {
  test('runs a process for each service, starts one that dies again, and lets nothing outlive it', async () => {
    const quiet = { AGORA_RATE_LIMIT: 'off' };
    const programs = ['gateway/src/main.ts', ...subgraphNames().map((name) => `subgraphs/${name}/src/main.ts`)];
    const first = await started('start:services', quiet);
    expect(first.said()).toContain('"npm run seed -- demo" fills it');
    const address = (name: string) => new RegExp(`^  ${name} +(\\S+)$`, 'm').exec(first.said())?.[1] ?? '';
    for (const name of ['gateway', ...subgraphNames()]) expect((await fetch(new URL('/health/ready', address(name)))).status).toBe(200);
    expect(address('PostgreSQL')).toMatch(/^127\.0\.0\.1:\d+$/);
    await register('ada@example.org');
    for (const program of programs) expect(processesOf(program)).toHaveLength(1);

    const [killed = 0] = processesOf('subgraphs/user/src/main.ts');
    process.kill(killed, 'SIGKILL');
    await until(() => canSignIn('ada@example.org').catch(() => false), first.said);
    expect(first.said()).toContain(
      `user (process ${killed}) ended: SIGKILL. Started again as process ${processesOf('subgraphs/user/src/main.ts')[0]}.`,
    );

    for (const pid of processesOf('local/src/services.ts')) process.kill(pid, 'SIGKILL');
    const second = await started('start:services', quiet);
    expect(await canSignIn('ada@example.org')).toBe(true);
    await until(
      () => programs.every((program) => processesOf(program).length === 1),
      () => 'Processes of the killed start live on.',
    );

    second.signal('SIGINT');
    expect(await second.ended).toBe(0);
    expect(second.said()).not.toMatch(/not stop|at once/);
    expect(programs.flatMap(processesOf)).toEqual([]);
    expect(await findPostgres(path.join(data, 'postgres'))).toBeNull();
  });
});

describe('npm run dev', () => {
  test('takes up changes of code and of schemas, lets a debugger in, and goes on while the schemas do not fit together', async () => {
    const copy = copyOfRepository();
    try {
      const program = run(['local/src/dev.ts', '--inspect=127.0.0.1:0'], { cwd: copy.dir, env: environment() });
      void program.ended.catch(() => {});
      await program.says('Agora is ready');
      await program.says(/^Debugger listening on ws:\/\/127\.0\.0\.1:\d+/m);
      const times = (text: string) => program.said().split(text).length - 1;
      const described = async () => JSON.stringify(await ask('{ __type(name: "Community") { fields { description } } }').catch(() => null));

      const schema = copy.file('subgraphs', 'forum', 'schema', 'communities.graphql');
      const before = readFileSync(schema, 'utf8');
      save(schema, before.replace('"""URL slug."""', '"""The last part of its address."""'));
      await until(async () => (await described()).includes('last part of its address'), program.said);

      save(schema, before.replace('type Community ', 'type Community @nonsense '));
      await program.says('The schemas do not fit together; what ran before goes on until they do.');
      expect(await described()).toContain('last part of its address');

      save(schema, before);
      const code = copy.file('local', 'src', 'welcome.ts');
      save(code, readFileSync(code, 'utf8').replace('Agora is ready', 'Agora was changed and is ready'));
      await program.says('Agora was changed and is ready');
      mkdirSync(copy.file('local', 'src', 'new'));
      writeFileSync(copy.file('local', 'src', 'new', 'one.ts'), '');
      await program.says('Changed: local/src/new/one.ts');
      expect(times('Changed: ')).toBeGreaterThanOrEqual(3);
      program.signal('SIGINT');
      expect(await program.ended).toBe(0);
    } finally {
      await endPrograms();
      copy.delete();
    }
  });
});

/** As many editors do: another file takes the place of the one before. */
function save(file: string, text: string): void {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

describe('npm run seed', () => {
  test('says what it can do', async () => {
    const program = npmRun('seed');
    expect(await program.ended).toBe(0);
    expect(program.said()).toMatch(/grant EMAIL ROLE[^]*verify EMAIL[^]*demo/);
  });

  test('loads demo data and gives roles while nothing runs, and beside a marketplace that runs; npm run operate finds that one', async () => {
    const demo = npmRun('seed', {}, ['demo']);
    expect(await demo.ended).toBe(0);
    expect(demo.said()).toContain('The demo data is loaded.');
    const grant = npmRun('seed', {}, ['grant', 'buyer@agora.example', 'SELLER']);
    expect(await grant.ended).toBe(0);

    const agora = await started('start');
    const verify = npmRun('seed', {}, ['verify', 'buyer@agora.example']);
    expect(await verify.ended).toBe(0);
    const unknown = npmRun('seed', {}, ['verify', 'nobody@agora.example']);
    expect(await unknown.ended).toBe(1);
    expect(unknown.said().trim().split('\n')).toHaveLength(1);
    const status = npmRun('operate', {}, ['status']);
    expect(await status.ended).toBe(0);
    for (const name of subgraphNames()) expect(status.said()).toContain(name);
    expect(await ask('{ products(first: 1) { nodes { name } } }')).toMatchObject({ data: { products: { nodes: [{}] } } });
    agora.signal('SIGTERM');
    expect(await agora.ended).toBe(0);
  });
});

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));

test.each(Object.keys(scripts))('npm run %s --help says what it does, and does nothing', async (script) => {
  const program = npmRun(script, {}, ['--help']);
  expect(await program.ended).toBe(0);
  expect(program.said()).toMatch(new RegExp(script === 'test' ? '^Usage: jest' : `^npm (run )?${script} `, 'm'));
});

test('no list of subgraphs exists beside the folder', () => {
  const folders = readdirSync(path.join(ROOT, 'subgraphs'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(subgraphNames()).toEqual(folders.map(({ name }) => name).sort());
});
