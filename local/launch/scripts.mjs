import { Sentence } from './sentence.mjs';

/**
 * What each npm script runs: `node`'s arguments. `opensDoor`: it serves on PORT. `forUsers`: it runs without the
 * packages that only development needs.
 */
const SCRIPTS = {
  start: { node: ['local/src/main.ts'], opensDoor: true, forUsers: true },
  'start:services': { node: ['local/src/services.ts'], opensDoor: true, forUsers: true },
  dev: { node: ['--watch', '--watch-preserve-output', 'local/src/main.ts'], opensDoor: true, forUsers: true },
  seed: { node: ['local/src/seed.ts'], forUsers: true },
  operate: { node: ['local/src/operate.ts'], forUsers: true },
  test: { node: ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'] },
  check: { node: ['local/src/check.ts'] },
  compose: { node: ['schema/compose.ts'] },
  codegen: { node: ['schema/codegen.ts'] },
  gateway: { node: ['gateway/src/standalone.ts'], forUsers: true },
  fuzz: { node: ['executor/testing/fuzz/main.ts'] },
  'fuzz:door': { node: ['e2e/attacks/fuzz/main.ts'] },
  kafka: { node: ['local/src/kafka.ts'] },
  bench: { node: ['bench/all.ts'] },
  'bench:queries': { node: ['bench/queries.ts'] },
  'bench:latency': { node: ['bench/latency.ts'] },
  'bench:memory': { node: ['bench/memory.ts'] },
  'bench:gateway': { node: ['bench/gateway.ts'] },
};

const HELP = { node: ['local/src/help.ts'], opensDoor: false, forUsers: true };

export function programOf(script, args) {
  const found = Object.hasOwn(SCRIPTS, script ?? '') ? SCRIPTS[script] : undefined;
  if (!found) throw new Sentence(`There is no script "${script ?? ''}". Known: ${Object.keys(SCRIPTS).join(', ')}.`);
  const asksForHelp = found.opensDoor && (args.includes('--help') || args.includes('-h'));
  const { node, opensDoor = false, forUsers = false } = asksForHelp ? HELP : found;
  return { script, node: [...node, ...args], opensDoor, forUsers };
}
