import { spawn } from 'node:child_process';
import { textOf } from '@agora/platform/observe/error-report';
import { Lifecycle } from '@agora/platform/service/lifecycle';
import { createLogger, type Logger } from '@agora/platform/observe/logging';
import { type Environment, SettingsError } from '@agora/platform/service/settings';
import { type MarketplaceConfig, readMarketplaceConfig } from './config.ts';
import { ROOT, subgraphNames } from './repository.ts';
import { loadSubgraphs, startSubgraphs } from './in-process.ts';
import { borrowStorage } from './storage.ts';

const USAGE = `npm run seed -- grant EMAIL ROLE   gives an account a role: SELLER, MODERATOR, ADMIN …
npm run seed -- verify EMAIL       marks an account as verified; a verified seller may publish products
npm run seed -- verify-email EMAIL USERNAME
                                   gives an e-mail to one of the accounts that wait for it
npm run seed -- demo               loads the demo data into databases that are empty
npm run seed -- full [PEOPLE [PRODUCTS]]
                                   adds believable people with the password of the demo, 20000 unless told otherwise, then products
                                   with four variants and six reviews on average, 10000; 0 adds none. Goes on where it was ended`;

/** How many words each takes, with its own. */
const OPERATIONS: Readonly<Record<string, number>> = { grant: 3, verify: 2, 'verify-email': 3 };

const OPERATOR = 'subgraphs/user/src/operator.ts';
const FULL = ['subgraphs/user/src/demo/full.ts', 'subgraphs/catalog/src/demo/full.ts'];

/** Changes the data of a marketplace from outside the graph, whether it runs at the moment or not. */
async function seed(args: readonly string[]): Promise<number> {
  const [command] = args;
  if (command === 'demo' && args.length === 1) return inMarketplace({ ...process.env, AGORA_DEMO: 'on' }, loadDemo);
  if (command !== undefined && args.length === OPERATIONS[command]) {
    return inMarketplace(process.env, (marketplace) => run(marketplace, OPERATOR, args));
  }
  if (command === 'full' && args.length <= 3) return inMarketplace(process.env, (marketplace) => loadFull(marketplace, args.slice(1)));
  console.log(USAGE);
  return command === undefined || command === '--help' ? 0 : 1;
}

interface Marketplace {
  readonly config: MarketplaceConfig;
  readonly env: Environment;
  readonly log: Logger;
  readonly life: Lifecycle;
}

async function inMarketplace(env: Environment, work: (marketplace: Marketplace) => Promise<number>): Promise<number> {
  const config = readMarketplaceConfig(env, subgraphNames(), { demo: false });
  const log = createLogger('seed', config.logLevel);
  const life = new Lifecycle(log);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void life.stop().then(() => process.exit(1)));
  try {
    const storage = life.own('storage', await borrowStorage(config, log));
    return await work({ config, env: { ...env, ...storage.env }, log, life });
  } finally {
    await life.stop();
  }
}

function run({ env }: Marketplace, program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: ROOT, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** One after the other, each as many as its word says, or as it has itself. */
async function loadFull(marketplace: Marketplace, counts: readonly string[]): Promise<number> {
  for (const [index, program] of FULL.entries()) {
    const count = counts.slice(index, index + 1);
    const code = count[0] === '0' ? 0 : await run(marketplace, program, count);
    if (code !== 0) return code;
  }
  return 0;
}

async function loadDemo(marketplace: Marketplace): Promise<number> {
  await startSubgraphs({ ...marketplace, modules: await loadSubgraphs(subgraphNames()) });
  console.log('The demo data is loaded.');
  return 0;
}

try {
  process.exit(await seed(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : textOf(error));
  process.exit(1);
}
