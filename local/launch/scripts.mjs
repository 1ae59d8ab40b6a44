import { Sentence } from './sentence.mjs';

/**
 * What each npm script runs: `node`'s arguments. `opensDoor`: it serves on PORT. `forUsers`: it runs without the
 * packages that only development needs. `help` is what `--help` prints;
 * where it is missing the program answers that itself.
 */
const SCRIPTS = {
  start: { node: ['local/src/main.ts'], opensDoor: true, forUsers: true },
  'start:services': { node: ['local/src/services.ts'], opensDoor: true, forUsers: true },
  dev: { node: ['local/src/dev.ts'], opensDoor: true },
  seed: { node: ['local/src/seed.ts'], forUsers: true },
  operate: { node: ['local/src/operate.ts'], forUsers: true },
  test: { node: ['--no-warnings', 'node_modules/jest/bin/jest.js'] },
  check: { node: ['local/src/check.ts'] },
  format: {
    node: ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', '.'],
    help: 'npm run format   writes every file as "npm run check -- format" wants it',
  },
  compose: {
    node: ['schema/compose.ts'],
    help: 'npm run compose [-- --check]   composes the subgraphs into the supergraph; --check says which files are out of date and writes none',
  },
  codegen: {
    node: ['schema/codegen.ts'],
    help: "npm run codegen [-- --check]   writes the types of every subgraph's resolvers; --check says which files are out of date and writes none",
  },
  features: {
    node: ['local/src/features.ts'],
    help: 'npm run features [-- --check]   writes docs/coverage.md of docs/features/; --check says whether it is out of date, or names a test that is none',
  },
  gateway: { node: ['gateway/src/standalone.ts'], forUsers: true },
  fuzz: {
    node: ['executor/testing/fuzz/main.ts'],
    help: `npm run fuzz [-- options]   random operations, answered by our executor and by the stock one
  --cases N   how many (10000)
  --seed N    the same graphs and operations again (random)
  --case N    this one alone
  --all       with --case: prints its graph, operation and variables`,
  },
  'fuzz:door': {
    node: ['e2e/attacks/fuzz/main.ts'],
    help: `npm run fuzz:door [-- options]   hostile headers, bodies and frames, sent to a marketplace of its own
  --cases N   how many (10000)
  --seed N    others (1)
  --case N    this one alone
  --form F    one process; six processes and Kafka (both)`,
  },
  audit: { node: ['e2e/audit/main.ts'] },
  nightly: {
    node: ['local/src/nightly.ts'],
    help: `npm run nightly [-- options]   what takes too long for CI: both fuzzers, 200 kills, the audit, the benchmarks; each ends after its time
  --seed N      what a night found, again (random)
  --audit DIR   a checkout of the public audit, in place of the commit that npm run audit fetches
  --only A,B    of fuzz, fuzz:door, kills, audit, bench`,
  },
  release: {
    node: ['local/src/release.ts'],
    help: 'npm run release -- 1.2.3   checks, keeps the graph and the events as released, dates the changelog, commits and tags; pushes nothing',
  },
  kafka: {
    node: ['local/src/kafka.ts'],
    help: `npm run kafka [-- options]   a real Apache Kafka broker on this machine, with Java 17 and Maven
  --port N    where it listens (9092)
  --dir DIR   holds its data and its log (.kafka)`,
  },
  clients: {
    node: ['clients/main.ts'],
    help: `npm run clients [-- options]   tries the clients of examples/ against a marketplace of its own, and prints what each can do
  --json FILE   also writes how many cells of the table passed and failed`,
  },
  bench: {
    node: ['bench/all.ts'],
    help: 'npm run bench [-- --json]   bench:queries, bench:cookies, bench:latency, bench:orders, bench:user, bench:catalog, bench:events, bench:idle, bench:memory, and numbers that keep their text; --json ends with one line of JSON',
  },
  'bench:queries': {
    node: ['bench/queries.ts'],
    help: `npm run bench:queries [-- options]   what the queries of a page take, beside a floor in the same run
  --before DIR   of another checkout with its packages installed: its marketplace takes turns with this one's
  --json         ends with one line of JSON`,
  },
  'bench:cookies': {
    node: ['bench/cookies.ts'],
    help: 'npm run bench:cookies [-- --json]   what a request costs whose session is in cookies, beside one with a token, in the one process',
  },
  'bench:latency': {
    node: ['bench/latency.ts'],
    help: 'npm run bench:latency   from checkoutComplete to the notification on a socket, in both forms',
  },
  'bench:memory': { node: ['bench/memory.ts'], help: 'npm run bench:memory   memory of the one process, idle and under load' },
  'bench:idle': {
    node: ['bench/idle.ts'],
    help: 'npm run bench:idle [-- --json]   CPU, processes and statements of the one process and its PostgreSQL while nobody asks for anything',
  },
  'bench:planner': {
    node: ['bench/planner.ts'],
    help: `npm run bench:planner [-- options]   the gateway with a graph of the size that is to come: ready, memory, first plans, a swap
  --contract DIR   of this folder's subgraphs and operations, in place of the snapshot in bench/planner/contract
  --json           ends with one line of JSON`,
  },
  'bench:orders': {
    node: ['bench/orders.ts'],
    help: `npm run bench:orders [-- options]   the statements of a purchase, by service and cause, and what it, a cart line and a sign-in cost, in one process
  --each     each statement by itself
  --only A   of purchase, cart line, sign-in, floor; several with commas
  --json     ends with one line of JSON`,
  },
  'bench:events': {
    node: ['bench/events.ts'],
    help: `npm run bench:events [-- options]   what an event costs from its announcement to the reactions of 1 and 3 groups, on both buses, beside floors
  --bus postgres, kafka   --groups 1, 3   --per-tx 1, 10, 50   --reaction each, all   that alone
  --json   ends with one line of JSON`,
  },
  'bench:user': {
    node: ['bench/user.ts'],
    help: `npm run bench:user [-- options]   what reads of people take at a fixed rate, on 20,000 of them, and how sign-ins delay them, in one process; fails where a read uses no index
  --people N   on so many
  --json       ends with one line of JSON`,
  },
  'bench:transfers': {
    node: ['bench/transfers.ts'],
    help: `npm run bench:transfers [-- --json]   imports and exports of 10,000 lines in six processes: lines a second, CPU, memory, also while catalog is killed; fails where one does not end as it should
  --json   ends with one line of JSON
  BENCH_ROWS, BENCH_KILLS and BENCH_SEED   how many lines, how often, at which moments`,
  },
  'bench:catalog': {
    node: ['bench/catalog.ts'],
    help: `npm run bench:catalog [-- options]   what reads of the catalogue take at a fixed rate, on 10,000 products with 40,000 variants, in one process; fails where a goal is missed
  --products N   on so many
  --json         ends with one line of JSON`,
  },
  'bench:gateway': { node: ['bench/gateway.ts'] },
};

const SETTINGS = { node: ['local/src/help.ts'], forUsers: true };

export function programOf(script, args) {
  const found = Object.hasOwn(SCRIPTS, script ?? '') ? SCRIPTS[script] : undefined;
  if (!found) throw new Sentence(`There is no script "${script ?? ''}". Known: ${Object.keys(SCRIPTS).join(', ')}.`);
  const asksForHelp = args.includes('--help') || args.includes('-h');
  if (asksForHelp && found.help) return { help: found.help };
  const { node, opensDoor = false, forUsers = false } = asksForHelp && found.opensDoor ? SETTINGS : found;
  return { script, node: [...node, ...args], opensDoor, forUsers };
}
