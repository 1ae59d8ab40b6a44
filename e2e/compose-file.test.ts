import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gatewaySettings } from '@agora/gateway/main';
import { settings } from '@agora/platform/settings';
import { describe, expect, test } from '@jest/globals';
import { loadSubgraphs } from '../local/src/in-process.ts';
import { serverProperties } from '../local/src/kafka/server-properties.ts';
import { type Container, readComposeFile } from './compose-file.ts';

const HOUSE = path.resolve(import.meta.dirname, '..');
const SUBGRAPHS = readdirSync(path.join(HOUSE, 'subgraphs'));
/** Later releases of this command do not look at the environment. */
const LOADER_VERSION = 'v2.1.3';

const model = readComposeFile(path.join(HOUSE, 'docker-compose.yml'));
const containers = Object.entries(model.services);
const ours = containers.filter(([, { image }]) => image === 'agora');

describe('docker-compose.yml', () => {
  test('holds every subgraph, each with a database of its own', () => {
    expect(model.includes).toEqual(SUBGRAPHS.map((name) => `subgraphs/${name}/compose.yml`));
    for (const name of SUBGRAPHS) {
      const url = model.services[name]?.environment?.[`${name.toUpperCase()}_DATABASE_URL`];
      expect(url).toBe(`postgres://agora:\${POSTGRES_PASSWORD}@${name}-db:5432/${name}`);
      expect(model.services[`${name}-db`]?.environment?.['POSTGRES_DB']).toBe(name);
    }
    expect(Object.keys(model.services)).toEqual(expect.arrayContaining(['gateway', 'kafka', 'redis', 'mailpit']));
  });

  test('runs programs that exist, with settings that exist', async () => {
    expect(ours.map(([name]) => name).sort()).toEqual([...SUBGRAPHS, 'gateway'].sort());
    const known = [
      ...Object.keys(settings),
      ...Object.keys(gatewaySettings),
      ...Object.values(await loadSubgraphs(SUBGRAPHS)).flatMap((subgraph) => Object.keys(subgraph.settings ?? {})),
      ...SUBGRAPHS.map((name) => `${name.toUpperCase()}_DATABASE_URL`),
    ];
    for (const [name, { command, environment = {} }] of ours) {
      const folder = name === 'gateway' ? 'gateway' : `subgraphs/${name}`;
      expect(command).toEqual(['node', `${folder}/src/main.ts`]);
      expect(existsSync(path.join(HOUSE, folder, 'src/main.ts'))).toBe(true);
      expect(known).toEqual(expect.arrayContaining(Object.keys(environment)));
    }
  });

  test('lets nobody in but through the gateway', () => {
    expect(model.networks['default']).toEqual({ internal: true });
    for (const [name, { ports = [], networks = [] }] of containers) {
      expect({ name, isPublished: ports.length > 0 }).toEqual({ name, isPublished: name === 'gateway' });
      expect(networks).toEqual(name === 'gateway' ? ['default', 'door'] : []);
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
      for (const need of Object.values(needs)) expect(need).toEqual({ condition: 'service_healthy' });
    }
    for (const name of SUBGRAPHS) expect(Object.keys(model.services[name]?.depends_on ?? {})).toEqual([`${name}-db`, 'kafka']);
  });

  test('keeps what must last on volumes that are declared', () => {
    const used = containers.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(model.volumes).sort());
    expect(used).toEqual(expect.arrayContaining(['kafka-data', ...SUBGRAPHS.map((name) => `${name}-data`)]));
  });

  test('holds no secret', () => {
    const secrets = containers.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /SECRET|PASSWORD/.test(name)),
    );
    expect(secrets.length).toBeGreaterThanOrEqual(containers.length - 3);
    for (const [name, value] of secrets) expect(value).toMatch(new RegExp(`^\\$\\{${name}:\\?.+\\}$`));
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
  (loader ? test : test.skip)("is valid to compose's own loader, which asks for the secrets", () => {
    const secrets = { AGORA_GATEWAY_SECRET: 'a'.repeat(32), POSTGRES_PASSWORD: 'b' };
    const [valid, invalid] = [load(loader, secrets), load(loader, {})];

    expect(valid).toMatchObject({ status: 0 });
    const merged: unknown = JSON.parse(valid.stdout);
    expect(merged).toMatchObject({
      services: {
        ...Object.fromEntries(containers.map(([name]) => [name, {}])),
        order: { environment: expect.arrayContaining(['ORDER_DATABASE_URL=postgres://agora:b@order-db:5432/order', 'HOST=0.0.0.0']) },
      },
    });
    expect(invalid.status).not.toBe(0);
    expect(invalid.stderr).toMatch(/Set (AGORA_GATEWAY_SECRET|POSTGRES_PASSWORD) to/);
  });
});

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
  const folder = path.join(HOUSE, '.cache', `compose-go-${LOADER_VERSION}`);
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

function load(program: string | null, secrets: Readonly<Record<string, string>>) {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...secrets };
  return spawnSync(program ?? '', ['-format', 'json', 'docker-compose.yml'], { cwd: HOUSE, env, encoding: 'utf8' });
}
