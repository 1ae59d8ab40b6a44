import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { holderOf } from './lock.mjs';

/**
 * Settings whose form can be told before anything is installed. The programs check all of them again, by
 * `platform/src/service/settings.ts`.
 */
const FORMS = {
  AGORA_DEMO: /^(on|off)$/,
  AGORA_RATE_LIMIT: /^(on|off)$/,
  AGORA_GATEWAY_SECRET: /^.{32,}$/s,
  AGORA_MASTER_KEY: /^.{32,}$/s,
  LOG_LEVEL: /^(fatal|error|warn|info|debug|trace|silent)$/,
  BUS_DATABASE_URL: /^postgres(ql)?:\/\//,
  REDIS_URL: /^rediss?:\/\//,
};

/** Processes of a start that was killed notice it, and let go of the port, within this time. */
const LETS_GO_MS = 3_000;

/** Everything that can be known to be in the way of a start, as sentences. */
export async function problemsOf(root, env, { settingsToo }) {
  const broken = settingsToo ? brokenSettings(env) : [];
  const port = Number(env.PORT || 4000);
  if (!isPort(port)) return settingsToo ? [`PORT: must be a number from 0 to 65535, not "${env.PORT}"`, ...broken] : [];
  const file = runningFile(path.resolve(root, env.AGORA_DATA || '.agora'));
  const holder = holderOf(file);
  const door = holder ? alreadyRunning(holder) : await doorProblem(port, env.HOST || '127.0.0.1', existsSync(file) ? LETS_GO_MS : 0);
  return door ? [door, ...broken] : broken;
}

/** The file that the process which uses a data folder holds locked. */
export function runningFile(dataFolder) {
  return path.join(dataFolder, 'running.json');
}

/** What to tell somebody who starts a second time. */
export function alreadyRunning({ pid, about }) {
  return `Agora runs already with this data: process ${pid}, ${about.url}. Stop that one (kill ${pid}), or choose another folder with AGORA_DATA and another PORT.`;
}

function brokenSettings(env) {
  return Object.entries(FORMS)
    .filter(([name, form]) => env[name] && !form.test(env[name]))
    .map(([name]) => `${name}: is not in the right form; "npm start -- --help" lists what each setting takes`);
}

function isPort(port) {
  return Number.isInteger(port) && port >= 0 && port <= 65_535;
}

async function doorProblem(port, host, timeoutMs) {
  for (const deadline = Date.now() + timeoutMs; ; await sleep(50)) {
    const error = await whyClosed(port, host);
    if (!error) return null;
    if (error.code !== 'EADDRINUSE' || Date.now() >= deadline) return sentenceOf(error, port, host);
  }
}

function whyClosed(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

function sentenceOf({ code, message }, port, host) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} is reserved for the system administrator. Choose another port: PORT=4000 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST: this machine has no address ${host}. Leave it out to listen on 127.0.0.1.`;
  return `Cannot listen on ${host}:${port}: ${message}`;
}
