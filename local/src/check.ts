import { spawn } from 'node:child_process';

/** Everything that can be said about the code without running it; `npm run check -- NAME …` runs only those. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  types: ['node_modules/typescript7/bin/tsc', '--noEmit'],
  lint: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--report-unused-disable-directives-severity', 'error', '.'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  boundaries: ['local/src/check-boundaries.ts'],
  'personal data': ['local/src/check-personal-data.ts'],
  unused: ['node_modules/knip/bin/knip.js', '--no-progress'],
  'generated files': ['schema/compose.ts', '--check'],
  'generated types': ['schema/codegen.ts', '--check'],
  features: ['local/src/features.ts', '--check'],
  graph: ['schema/lint-graph.ts'],
  events: ['schema/lint-events.ts'],
};

const wanted = process.argv.slice(2);
if (wanted.includes('--help')) {
  console.log(`npm run check [-- NAME …]   all checks, or those: ${Object.keys(CHECKS).join(', ')}`);
  process.exit();
}
const names = Object.keys(CHECKS).filter((name) => wanted.length === 0 || wanted.includes(name));
const unknown = wanted.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}; there are ${Object.keys(CHECKS).join(', ')}.`);
  process.exit(1);
}

const failed: string[] = [];
for (const name of names) {
  const started = performance.now();
  const code = await run(CHECKS[name] ?? []);
  if (code !== 0) failed.push(name);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
console.log(failed.length === 0 ? `${names.length} checks passed.` : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

function run(args: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, args, { stdio: 'inherit' }).once('error', reject).once('exit', resolve);
  });
}
