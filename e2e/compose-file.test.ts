import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gatewaySettings } from '@agora/gateway/main';
import { settings } from '@agora/platform/service/settings';
import { describe, expect, test } from '@jest/globals';
import { loadSubgraphs } from '../local/src/in-process.ts';
import { serverProperties } from '../local/src/kafka/server-properties.ts';
import { type Container, readComposeFile } from './compose-file.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SUBGRAPHS = readdirSync(path.join(ROOT, 'subgraphs'));
/** Later releases of this command do not look at the environment. */
const LOADER_VERSION = 'v2.1.3';

const COMPOSE_FILE = path.join(ROOT, 'docker-compose.yml');

/** What a container is, or what a fleet must not have. */
const DECIDED = new Set([
  ...[
    'PORT',
    'HOST',
    'NODE_ENV',
    'AGORA_DATA',
    'AGORA_DEMO',
    'AGORA_RATE_LIMIT',
    'BUS_DATABASE_URL',
    'KAFKA_BROKERS',
    'MAIL_FOLDER',
    'MEDIA_FOLDER',
  ],
  ...SUBGRAPHS.map((name) => `${name.toUpperCase()}_DATABASE_URL`),
]);

const model = readComposeFile(COMPOSE_FILE);
const containers = Object.entries(model.services);
const ours = containers.filter(([, { image }]) => image === 'agora');

/** Mails leave by a network of their own, and so do files for a bucket, and what providers of sign-ins are asked. */
const NETWORKS: Readonly<Record<string, readonly string[]>> = {
  catalog: ['default', 'files'],
  gateway: ['default', 'door'],
  notification: ['default', 'mail'],
  user: ['default', 'providers'],
};

describe('docker-compose.yml', () => {
  test('holds every subgraph, each with a database of its own', () => {
    expect(model.includes).toEqual(SUBGRAPHS.map((name) => `subgraphs/${name}/compose.yml`));
    for (const name of SUBGRAPHS) {
      const url = model.services[name]?.environment?.[`${name.toUpperCase()}_DATABASE_URL`];
      expect(url).toBe(`postgres://agora@${name}-db:5432/${name}`);
      expect(model.services[`${name}-db`]?.environment?.['POSTGRES_DB']).toBe(name);
    }
  });

  test('holds nothing that nobody uses, and starts what uses something after it', () => {
    const others = containers.filter(([name]) => !ours.some(([our]) => our === name));
    for (const [name] of others) {
      const users = ours.filter(([, { environment = {} }]) => Object.values(environment).some((value) => value.includes(`${name}:`)));
      expect({ name, users: users.length > 0 }).toEqual({ name, users: true });
      const waiting = ours.filter(([, { depends_on: needs = {} }]) => name in needs);
      expect({ name, waiting: waiting.map(([our]) => our) }).toEqual({ name, waiting: users.map(([our]) => our) });
    }
    expect(others.map(([name]) => name).sort()).toEqual([...SUBGRAPHS.map((name) => `${name}-db`), 'kafka', 'redis'].sort());
  });

  test('has Redis where there are budgets or a read cache, and there alone', () => {
    const withRedis = ours.filter(([, { environment = {} }]) => 'REDIS_URL' in environment).map(([name]) => name);
    const withBudgets = SUBGRAPHS.filter((name) => existsSync(path.join(ROOT, `subgraphs/${name}/src/rate-limits.ts`)));
    const withCache = ours.filter(([, { environment = {} }]) => 'READ_CACHE' in environment).map(([name]) => name);
    expect(withRedis.sort()).toEqual(['gateway', ...new Set([...withBudgets, ...withCache])].sort());
  });

  test('runs programs that exist, each with every setting that an operator may choose for it, and no other', async () => {
    expect(ours.map(([name]) => name).sort()).toEqual([...SUBGRAPHS, 'gateway'].sort());
    const offered = Object.keys(settings).filter((name) => !DECIDED.has(name));
    for (const [name, { command, environment = {} }] of ours) {
      const folder = name === 'gateway' ? 'gateway' : `subgraphs/${name}`;
      expect(command).toEqual(['node', `${folder}/src/main.ts`]);
      expect(existsSync(path.join(ROOT, folder, 'src/main.ts'))).toBe(true);
      const known =
        name === 'gateway' ? [...offered.filter(isOfGateway), ...Object.keys(gatewaySettings)] : [...offered, ...(await settingsOf(name))];
      const given = Object.keys(environment).map((given) => given.replace(/_FILE$/, ''));
      expect(given.filter((setting) => !DECIDED.has(setting) && setting !== 'REDIS_URL').sort()).toEqual(
        known.filter((setting) => setting !== 'REDIS_URL' && !DECIDED.has(setting)).sort(),
      );
    }
  });

  test('lets nobody in but through the gateway', () => {
    expect(model.networks['default']).toEqual({ internal: true });
    for (const [name, { ports = [], networks = [] }] of containers) {
      expect({ name, isPublished: ports.length > 0 }).toEqual({ name, isPublished: name === 'gateway' });
      expect({ name, networks }).toEqual({ name, networks: NETWORKS[name] ?? [] });
    }
  });

  test('limits every container, asks after its health, and starts it when what it needs is healthy', () => {
    for (const [name, { healthcheck, deploy, depends_on: needs = {} }] of containers) {
      expect({ name, asks: healthcheck?.test[0] }).toEqual({ name, asks: 'CMD' });
      expect({ name, limits: deploy?.resources.limits }).toEqual({
        name,
        limits: { cpus: expect.any(String), memory: expect.any(String) },
      });
      expect(Object.keys(model.services)).toEqual(expect.arrayContaining(Object.keys(needs)));
      // Budgets are counted, and the database is asked, without Redis while it is not there.
      for (const [need, how] of Object.entries(needs))
        expect(how).toEqual({ condition: need === 'redis' ? 'service_started' : 'service_healthy' });
    }
  });

  test('keeps what must last on volumes that are declared', () => {
    const used = containers.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(model.volumes).sort());
    expect(used).toEqual(expect.arrayContaining(['kafka-data', ...SUBGRAPHS.map((name) => `${name}-data`)]));
  });

  test('holds no secret: each is a file, which the commands at its top make', () => {
    for (const [name, { environment = {}, secrets = [] }] of containers) {
      const secret = Object.entries(environment).filter(([setting]) => /(SECRET|PASSWORD|MASTER_KEY|TOKEN)(_FILE)?$/.test(setting));
      expect({ name, files: secret.map(([, value]) => value).sort() }).toEqual({
        name,
        files: secrets.map((file) => `/run/secrets/${file}`).sort(),
      });
      for (const [, value] of Object.entries(environment)) expect(value).not.toMatch(/:\/\/[^/]*:[^/]*@/);
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'agora-secrets-'));
    try {
      const commands = [...readFileSync(COMPOSE_FILE, 'utf8').matchAll(/^# {3}(.*)$/gm)].map((match) => match[1] ?? '');
      const making = commands.filter((command) => !command.startsWith('docker'));
      expect(spawnSync('sh', ['-ec', making.join('\n')], { cwd: folder }).status).toBe(0);
      for (const { file } of Object.values(model.secrets))
        expect(readFileSync(path.join(folder, file), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
      expect(
        Object.values(model.secrets)
          .map(({ file }) => path.basename(file))
          .sort(),
      ).toEqual(readdirSync(path.join(folder, 'secrets')).sort());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("runs the broker with the settings of the tests' broker", () => {
    const mine = new Map(serverProperties({ data: '', port: 9092, controllerPort: 9093 }).trim().split('\n').map(pairOf));
    const place = /LISTENERS|VOTERS|LOG_DIRS|HEAP_OPTS/;
    const theirs = Object.entries(model.services['kafka']?.environment ?? {}).filter(([name]) => !place.test(name));
    expect(theirs.length).toBeGreaterThan(10);
    for (const [name, value] of theirs) {
      const property = name
        .replace(/^KAFKA_/, '')
        .toLowerCase()
        .replaceAll('_', '.');
      expect({ property, value }).toEqual({ property, value: mine.get(property) });
    }
  });

  test('asks our programs and the broker after their health with commands that tell', async () => {
    let isHealthy = true;
    const server = createServer((request, response) => response.writeHead(isHealthy && request.url === '/health/ready' ? 200 : 503).end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const [asksProgram, asksBroker] = [checkOf(model.services['order']), checkOf(model.services['kafka'], { 9092: port })];

    expect(await exitCodeOf(asksProgram, port)).toBe(0);
    expect(await exitCodeOf(asksBroker, port)).toBe(0);
    isHealthy = false;
    expect(await exitCodeOf(asksProgram, port)).toBe(1);
    server.close();
    await once(server, 'close');
    expect(await exitCodeOf(asksProgram, port)).toBe(1);
    expect(await exitCodeOf(asksBroker, port)).toBe(1);
  });

  const loader = installLoader();
  (loader ? test : test.skip)("is valid to compose's own loader", () => {
    const loaded = load(loader);
    expect({ status: loaded.status, stderr: loaded.stderr }).toEqual({ status: 0, stderr: '' });
    const merged: unknown = JSON.parse(loaded.stdout);
    expect(merged).toMatchObject({
      services: {
        ...Object.fromEntries(containers.map(([name]) => [name, {}])),
        order: {
          environment: expect.arrayContaining(['ORDER_DATABASE_URL=postgres://agora@order-db:5432/order', 'HOST=0.0.0.0']),
          secrets: ['gateway-secret', 'metrics-token', 'postgres-password'].map((source) => expect.objectContaining({ source })),
        },
      },
    });
  });
});

/** Those that a subgraph alone, or the events between them, has no use for at the door. */
function isOfGateway(setting: string): boolean {
  return !/^(START_TIMEOUT_MS$|KAFKA_|DATABASE_PASSWORD$|OPERATION_CACHE_BYTES$|STATEMENT_TIMEOUT_MS$|.+_POOL_SIZE$)/.test(setting);
}

async function settingsOf(subgraph: string): Promise<string[]> {
  return Object.keys((await loadSubgraphs([subgraph]))[subgraph]?.settings ?? {});
}

function pairOf(line: string): [string, string] {
  const [name = '', ...value] = line.split('=');
  return [name, value.join('=')];
}

function checkOf(container: Container | undefined, replace: Readonly<Record<string, string>> = {}): readonly string[] {
  const [kind, ...command] = container?.healthcheck?.test ?? [];
  expect(kind).toBe('CMD');
  return command.map((word) => Object.entries(replace).reduce((text, [from, to]) => text.replace(from, to), word));
}

async function exitCodeOf([command = '', ...args]: readonly string[], port: string): Promise<number> {
  const [code] = await once(spawn(command, args, { env: { ...process.env, PORT: port }, stdio: 'ignore' }), 'exit');
  return Number(code);
}

/** Null, with the reason on the screen, where there is no Go; in CI, Go that cannot install it is an error. */
function installLoader(): string | null {
  const folder = path.join(ROOT, '.cache', `compose-go-${LOADER_VERSION}`);
  const program = path.join(folder, 'cmd');
  if (existsSync(program)) return program;
  const { status, stderr, error } = spawnSync('go', ['install', `github.com/compose-spec/compose-go/v2/cmd@${LOADER_VERSION}`], {
    env: { ...process.env, GOBIN: folder },
    encoding: 'utf8',
  });
  if (status === 0) return program;
  if (!error && process.env['CI'] === 'true') throw new Error(stderr);
  console.warn(`Skipped: docker-compose.yml is not checked by compose's own loader. ${error ? 'That needs Go on the PATH.' : stderr}`);
  return null;
}

function load(program: string | null) {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  return spawnSync(program ?? '', ['-format', 'json', 'docker-compose.yml'], { cwd: ROOT, env, encoding: 'utf8' });
}
