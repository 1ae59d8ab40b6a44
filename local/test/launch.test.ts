import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readSettings, settings } from '@agora/platform/service/settings';
import { isNewEnough } from '../launch/find-node.mjs';
import { isInstalled } from '../launch/install.mjs';
import { holderOf, takeLock } from '../launch/lock.mjs';
import { identityOf } from '../launch/processes.mjs';
import { problemsOf } from '../launch/preflight.mjs';
import { endPrograms, freshEnvironment, run, until } from './support/program.ts';
import { lockFile, type TinyClone, tinyClone } from './support/tiny-clone.ts';

const UNREACHABLE = 'http://127.0.0.1:9/';
const AS_NODE_20 = "--import=data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})";

let clone: TinyClone;
let occupied: Server | undefined;

beforeEach(() => {
  clone = tinyClone();
});

afterEach(async () => {
  occupied?.close();
  occupied = undefined;
  await endPrograms();
  clone.delete();
});

function launch(more: Readonly<Record<string, string>> = {}, args: readonly string[] = [], script = 'start') {
  return run([clone.launcher, script, ...args], { cwd: clone.dir, env: freshEnvironment({ PORT: '0', ...more }) });
}

describe('the first command in an empty clone', () => {
  test('installs, says so, and runs the program with its arguments', async () => {
    const program = launch({}, ['one', '--two']);
    await program.says('arguments ["one","--two"]');
    expect(program.said()).toMatch(/^Installing the packages[^]*Installed in \d+ s\.[^]*Started on Node 2/);
    program.signal('SIGTERM');
    expect(await program.ended).toBe(7);
    expect(program.said()).toContain('Got SIGTERM.');
  });

  test('installs once: the next start runs at once', async () => {
    await startAndStop();
    const again = launch();
    await again.says('Started');
    expect(again.said()).not.toContain('Install');
    again.signal('SIGINT');
    expect(await again.ended).toBe(7);
  });

  test('two at once install once; the second says for whom it waits', async () => {
    const lock = await takeLock(clone.file('.cache', 'install.lock'));
    if (lock.takenBy) throw new Error('Nobody else installs here.');
    const waiting = launch();
    await waiting.says(`Process ${process.pid} is installing the packages of this clone; waiting for it.`);
    expect(waiting.said()).not.toContain('Installing the packages that');
    lock.release();
    await waiting.says('Started');
  });

  test('an install of a launcher that was killed does not hold up the next one', async () => {
    mkdirSync(clone.file('.cache'));
    writeFileSync(
      clone.file('.cache', 'install.lock'),
      JSON.stringify({ holders: [{ pid: process.pid, identity: 'of an earlier process' }] }),
    );
    const program = launch();
    await program.says('Started');
  });

  test('without a network it ends with one sentence, and the next start repairs', async () => {
    const lock = { ...JSON.parse(lockFile('1.0.0')) };
    lock.packages['node_modules/ms'] = {
      version: '2.1.3',
      integrity: 'sha512-6FlzubTLZG3J2a/NVCAleEhjzq5oxgHyaCU9yYXvcLsvoVaHJq/s5xXI6/XXP6tz7R9xAOtHnSO/tXtF3WRTlA==',
    };
    lock.packages[''].dependencies.ms = '2.1.3';
    clone.write(JSON.stringify({ name: 'agora', version: '1.0.0', dependencies: { thing: 'file:thing', ms: '2.1.3' } }), 'package.json');
    clone.write(JSON.stringify(lock), 'package-lock.json');
    const program = launch({
      npm_config_registry: UNREACHABLE,
      npm_config_cache: clone.file('.cache', 'npm'),
      npm_config_fetch_retries: '0',
    });
    expect(await program.ended).toBe(1);
    expect(lastLine(program.said())).toBe(
      'The packages could not be installed: the package registry cannot be reached. Check the network, and run the same command again.',
    );
    await startAndStop();
  });

  test('a taken port and broken settings are told before anything is installed', async () => {
    const port = await occupyPort();
    const program = launch({ PORT: String(port), AGORA_DEMO: 'maybe', LOG_LEVEL: 'loud' });
    expect(await program.ended).toBe(1);
    expect(program.said().trim().split('\n')).toEqual([
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
      expect.stringMatching(/^AGORA_DEMO: /),
      expect.stringMatching(/^LOG_LEVEL: /),
    ]);
    expect(isInstalled(clone.dir)).toBe(false);
  });

  test('a script that does not exist is answered with those that do', async () => {
    const program = launch({}, [], 'strat');
    expect(await program.ended).toBe(1);
    expect(program.said()).toMatch(/^There is no script "strat"\. Known: start, start:services, .*bench:gateway\.\n$/);
  });
});

describe('an install', () => {
  test('is out of date once the lock file names another version', async () => {
    await startAndStop();
    expect(isInstalled(clone.dir)).toBe(true);
    clone.write(lockFile('1.0.0').replace('"resolved":"thing"', '"resolved":"other"'), 'package-lock.json');
    expect(isInstalled(clone.dir)).toBe(false);
  });

  test('that npm did not finish is none', () => {
    mkdirSync(clone.file('node_modules'));
    expect(isInstalled(clone.dir)).toBe(false);
  });

  test('done by hand is accepted, whole or without what only development needs', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', dev: true },
      'node_modules/c': { version: '1.0.0', optional: true },
    };
    clone.write(JSON.stringify({ packages }), 'package-lock.json');
    const installed = ({ ...present }: Record<string, object>) =>
      clone.write(JSON.stringify({ packages: present }), 'node_modules', '.package-lock.json');
    installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } });
    expect(isInstalled(clone.dir)).toBe(true);
    installed({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(clone.dir)).toBe(false);
    expect(isInstalled(clone.dir, { forUsers: true })).toBe(true);
    installed({ 'node_modules/a': { version: '1.0.1' }, 'node_modules/b': { version: '1.0.0' } });
    expect(isInstalled(clone.dir, { forUsers: true })).toBe(false);
  });
});

describe('on an older Node', () => {
  function launchOnNode20(more: Readonly<Record<string, string>> = {}) {
    return run([AS_NODE_20, clone.launcher, 'start'], { cwd: clone.dir, env: freshEnvironment({ PORT: '0', ...more }) });
  }

  test('the pinned Node is fetched once and used from then on', async () => {
    const first = launchOnNode20();
    await first.says('Started on Node 24.');
    expect(first.said()).toContain('Node 20.20.2 is too old for Agora; fetching node-');
    first.signal('SIGTERM');
    expect(await first.ended).toBe(7);

    const second = launchOnNode20({ npm_config_registry: UNREACHABLE, npm_config_cache: clone.file('.cache', 'npm') });
    await second.says('Started on Node 24.');
    expect(second.said()).not.toContain('fetching');
  });

  test('one that cannot be fetched is asked for in one sentence', async () => {
    await startAndStop();
    const program = launchOnNode20({
      npm_config_registry: UNREACHABLE,
      npm_config_cache: clone.file('.cache', 'npm'),
      npm_config_fetch_retries: '0',
    });
    expect(await program.ended).toBe(1);
    expect(lastLine(program.said())).toMatch(
      /could not be fetched: .* install Node 24\.12 or later \(https:\/\/nodejs\.org\), and run the same command again\.$/,
    );
  });

  test('24.12 is the first that is new enough', () => {
    expect(['18.0.0', '22.22.0', '24.11.9', '24.12.0', '24.21.0', '25.0.0'].map(isNewEnough)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('what runs', () => {
  test('is stopped when npm is killed', async () => {
    await startAndStop();
    const env = freshEnvironment({ PORT: '0', npm_execpath: 'npm-cli.js' });
    const npm = spawn('sh', ['-c', '"$0" "$1" start >"$2" 2>&1 & wait', process.execPath, clone.launcher, clone.file('said')], {
      cwd: clone.dir,
      env,
      stdio: 'ignore',
    });
    clone.write('', 'said');
    const said = () => readFileSync(clone.file('said'), 'utf8');
    await until(() => said().includes('Started'), said);
    npm.kill('SIGKILL');
    await until(() => said().includes('Got SIGTERM.'), said);
  });

  test('ends the launcher as it ended', async () => {
    await startAndStop();
    clone.write('process.kill(process.pid, "SIGKILL");', 'local', 'src', 'main.ts');
    expect(await launch().ended).toBe('SIGKILL');
    clone.write('process.exit(3);', 'local', 'src', 'main.ts');
    expect(await launch().ended).toBe(3);
  });
});

describe('a lock', () => {
  test('is held by one process at a time and tells who that is', async () => {
    const file = clone.file('some.lock');
    const lock = await takeLock(file, { url: 'http://localhost:4000' });
    expect(await takeLock(file)).toEqual({ takenBy: { pid: process.pid, about: { url: 'http://localhost:4000' } } });
    if (lock.takenBy) throw new Error('It was free.');
    lock.release();
    expect(holderOf(file)).toBeNull();
  });

  test('of a process that is gone is free', async () => {
    const gone = run(['-e', '0']);
    const identity = identityOf(gone.pid);
    await gone.ended;
    writeFileSync(clone.file('some.lock'), JSON.stringify({ holders: [{ pid: gone.pid, identity }] }));
    expect((await takeLock(clone.file('some.lock'))).takenBy).toBeNull();
  });
});

test('the settings that are told before the install are refused by the programs as well', async () => {
  const broken = {
    AGORA_DEMO: '1',
    AGORA_RATE_LIMIT: 'no',
    AGORA_GATEWAY_SECRET: 'short',
    LOG_LEVEL: 'loud',
    BUS_DATABASE_URL: 'mysql://x',
    REDIS_URL: 'x',
  };
  const told = await problemsOf(clone.dir, { PORT: '0', ...broken }, { settingsToo: true });
  expect(told.map((problem) => problem.split(':')[0]).sort()).toEqual(Object.keys(broken).sort());
  for (const [name, value] of Object.entries(broken)) {
    const setting = Object.entries(settings).find(([known]) => known === name)?.[1];
    expect(setting && (() => readSettings({ [name]: setting }, { [name]: value }))).toThrow(name);
  }
});

async function startAndStop(): Promise<void> {
  const program = launch();
  await program.says('Started');
  program.signal('SIGTERM');
  await program.ended;
}

async function occupyPort(): Promise<number> {
  const server = createServer();
  occupied = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
