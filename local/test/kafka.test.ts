import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bus } from '@agora/platform/transport/bus';
import { openKafkaBus } from '@agora/platform/transport/kafka/kafka-bus';
import { createLogger } from '@agora/platform/observe/logging';
import { eventually } from '@agora/platform/testing/eventually';
import { someMessage } from '@agora/platform/testing/messages';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { freePort } from '@agora/platform/free-port';
import { describeOnKafka } from '../testing/describe-on-kafka.ts';
import { identityOf } from '../launch/processes.mjs';
import { openToOthers } from './support/open-to-others.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../src/kafka.ts');

let dir: string;
let port: number;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'agora-kafka-'));
  port = await freePort();
});
afterEach(() => rm(dir, { recursive: true }));

describeOnKafka('npm run kafka', () => {
  test('says where the broker is, keeps its data to itself, and stops with a signal', async () => {
    const kafka = run();
    await eventually(() => kafka.output().includes(`KAFKA_BROKERS=127.0.0.1:${port}\n`));
    const broker = await brokerPid();
    expect(openToOthers(dir)).toEqual([]);

    kafka.child.kill('SIGINT');
    expect(await kafka.exitCode).toBe(0);
    await eventually(() => identityOf(broker) === null);
  });

  test('a broker ends with its program when that is killed, and the next one has what was published', async () => {
    const kafka = run();
    await eventually(() => kafka.output().includes('KAFKA_BROKERS='));
    const broker = await brokerPid();
    await withBus(async (bus) => {
      await bus.ensureTopics(['shop.events']);
      await bus.publish([someMessage('shop.events', 'ord_1', 'kept')]);
    });

    kafka.child.kill('SIGKILL');
    await kafka.exitCode;
    const next = run();
    await eventually(() => next.output().includes('KAFKA_BROKERS='));

    await eventually(() => identityOf(broker) === null);
    const heard: string[] = [];
    await withBus(async (bus) => {
      await bus.consume('reader', ['shop.events'], async (batch) => void heard.push(...batch.map(({ data }) => data)));
      await eventually(() => heard.length > 0);
    });
    expect(heard).toEqual(['"kept"']);
    next.child.kill('SIGTERM');
    expect(await next.exitCode).toBe(0);
  });

  test('a taken port, a folder in use and a port that is none are told in one sentence each', async () => {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const refused = run();
    expect(await refused.exitCode).toBe(1);
    expect(refused.output()).toBe(`Port ${port} is taken: stop what listens there, or choose another with --port.\n`);
    server.close();
    await once(server, 'close');

    const first = run();
    await eventually(() => first.output().includes('KAFKA_BROKERS='));
    const second = run();
    expect(await second.exitCode).toBe(1);
    expect(second.output()).toBe(`A Kafka broker runs in ${dir} already (process ${await brokerPid()}): stop it first.\n`);
    first.child.kill('SIGTERM');
    await first.exitCode;

    const wrong = run({}, 'ninety');
    expect(await wrong.exitCode).toBe(1);
    expect(wrong.output()).toBe('--port ninety is no port: give a number from 1 to 65535.\n');
  });
});

describe('a machine without Java', () => {
  test('is told what to install', async () => {
    const kafka = run({ PATH: dir });
    expect(await kafka.exitCode).toBe(1);
    expect(kafka.output()).toBe(
      'Apache Kafka needs Java 17 or newer and Maven on the PATH; on Debian: apt-get install openjdk-17-jre-headless maven.\n',
    );
  });
});

interface Run {
  readonly child: ChildProcess;
  readonly exitCode: Promise<number | null>;
  output(): string;
}

function run(env: Readonly<Record<string, string>> = {}, wanted = String(port)): Run {
  const child = spawn(process.execPath, [PROGRAM, '--dir', dir, '--port', wanted], { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, exitCode: new Promise((resolve) => child.once('close', resolve)), output: () => output };
}

async function brokerPid(): Promise<number> {
  return Number(await readFile(path.join(dir, 'broker.pid'), 'utf8'));
}

async function withBus(work: (bus: Bus) => Promise<void>): Promise<void> {
  const log = createLogger('kafka.test', 'silent');
  const bus = await openKafkaBus({ brokers: [`127.0.0.1:${port}`], replication: 1, clientId: 'test', log });
  try {
    await work(bus);
  } finally {
    await bus.stop();
  }
}
