import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { messageOf } from '@agora/platform/errors';
import { runAsProgram } from '@agora/platform/service/run';
import { type Environment, readSettings, settings, SettingsError } from '@agora/platform/service/settings';
import { noAskerBudgets } from './budgets/asker-budgets.ts';
import { DOCUMENT_CACHE_BYTES, type GatewayConfig, gatewaySettings, LIVE_BACKLOG_BYTES, TOKEN_CACHE_BYTES } from './config.ts';
import { MAX_COST } from './cost/expression.ts';
import { readAllowances } from './door/allowances.ts';
import { openGateway, type RunningGateway } from './open-gateway.ts';
import { start as startAgora } from './main.ts';
import { readSupergraph, type SupergraphSource } from './supergraph.ts';

const USAGE = `npm run gateway -- --supergraph FILE [--port N] [--host H] [--open] [--no-merge] [--no-share]

  --supergraph FILE  the supergraph to serve, as composition writes it; its subgraphs are asked at the addresses it gives; what is written
                     there later takes its place without a pause
  --port N           port to listen on (4000)
  --host H           address to listen on (127.0.0.1)
  --open             for any graph: no identities, no limits, errors as the subgraphs say them; without it the door is
                     Agora's own, with the settings of "npm start -- --help"
  --no-merge         one request for each fetch of a plan
  --no-share         equal queries that are under way at the same time are asked each for itself

FORWARD_HEADERS=NAME,…  headers of clients that its subgraphs are sent, beside those of the protocol
MAX_ANSWER_BYTES=N      how large an answer of one of its subgraphs may be, or an event (100000000)`;

/** One answer that memory has no room for would end the operations of all others. */
const ANSWER_BYTES = 100_000_000;

interface Arguments {
  readonly file: string;
  readonly port: string | undefined;
  readonly host: string | undefined;
  readonly isOpen: boolean;
  readonly mergesFetches: boolean;
  readonly sharesInFlight: boolean;
}

/** Serves a supergraph whose subgraphs are servers of their own. */
export async function start(args: readonly string[] = process.argv.slice(2), env: Environment = process.env): Promise<RunningGateway> {
  const asked = readArguments(args);
  const supergraph = await readGraph(asked.file);
  const gateway = asked.isOpen ? await startOpen(asked, supergraph, env) : await startAgoras(asked, supergraph, env);
  console.log(`The graph of ${asked.file} is at ${gateway.url}/graphql`);
  return gateway;
}

function readArguments(args: readonly string[]): Arguments {
  const given = parsed(args);
  if (given.supergraph === undefined) throw new SettingsError([`Which supergraph? Say --supergraph FILE.\n\n${USAGE}`]);
  return {
    file: given.supergraph,
    port: given.port,
    host: given.host,
    isOpen: given.open,
    mergesFetches: !given['no-merge'],
    sharesInFlight: !given['no-share'],
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        open: { type: 'boolean', default: false },
        'no-merge': { type: 'boolean', default: false },
        'no-share': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new SettingsError([`${messageOf(error)}\n\n${USAGE}`]);
  }
}

async function readGraph(file: string): Promise<SupergraphSource> {
  const sdl = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new SettingsError([`The supergraph cannot be read: ${messageOf(error)}.`]);
  });
  try {
    return await readSupergraph(sdl);
  } catch (error) {
    throw new SettingsError([`${file} is no supergraph: ${messageOf(error).split('\n', 1)[0]}`]);
  }
}

function startAgoras({ file, host, port, mergesFetches, sharesInFlight }: Arguments, { sdl }: SupergraphSource, env: Environment) {
  const asked = { ...(host && { HOST: host }), ...(port && { PORT: port }), ...(!sharesInFlight && { SHARE_IN_FLIGHT: 'off' }) };
  return startAgora({ env: { ...env, ...asked }, supergraphSdl: sdl, supergraphFile: file, mergesFetches });
}

function startOpen({ file, host, port, mergesFetches, sharesInFlight }: Arguments, supergraph: SupergraphSource, env: Environment) {
  const given = readSettings(
    {
      PORT: settings.PORT.default(4000),
      HOST: settings.HOST.default('127.0.0.1'),
      LOG_LEVEL: settings.LOG_LEVEL.default('warn'),
      MAX_ANSWER_BYTES: settings.MAX_ANSWER_BYTES.default(ANSWER_BYTES),
      FORWARD_HEADERS: gatewaySettings.FORWARD_HEADERS.default([]),
    },
    { ...env, ...(host && { HOST: host }), ...(port && { PORT: port }) },
  );
  const config: GatewayConfig = {
    host: given.HOST,
    port: given.PORT,
    production: false,
    logLevel: given.LOG_LEVEL,
    secret: null,
    corsOrigins: [],
    forwardedHeaders: given.FORWARD_HEADERS,
    trustedProxies: [],
    connectTimeoutMs: 1_000,
    answerTimeoutMs: 30_000,
    silenceMs: 10_000,
    allowances: readAllowances(env, false),
    tokenCacheBytes: TOKEN_CACHE_BYTES,
    liveBacklogBytes: LIVE_BACKLOG_BYTES,
    resumeMs: 0,
    trustedDocuments: null,
    publishesSchema: true,
    planFolder: null,
    documentCacheBytes: DOCUMENT_CACHE_BYTES,
    maxOperationCost: MAX_COST,
    maxAnswerBytes: Infinity,
    subgraphAnswerBytes: given.MAX_ANSWER_BYTES,
    sharesInFlight,
    mergesFetches,
    subgraphUrls: {},
  };
  return openGateway({ supergraph, supergraphFile: file, config, budgets: noAskerBudgets, local: {} });
}

if (import.meta.main && process.argv.includes('--help')) console.log(USAGE);
else runAsProgram(import.meta, start);
