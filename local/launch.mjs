// Every npm script enters here. Plain JavaScript without dependencies, because it must run on the Node of a stranger's
// machine (20 or later) before anything is installed.
import { fileURLToPath } from 'node:url';
import { findNode } from './launch/find-node.mjs';
import { install, isInstalled } from './launch/install.mjs';
import { problemsOf } from './launch/preflight.mjs';
import { Sentence } from './launch/sentence.mjs';
import { programOf } from './launch/scripts.mjs';
import { run } from './launch/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [script, ...args] = process.argv.slice(2);

try {
  const program = programOf(script, args);
  if (program.help) console.log(program.help);
  else await launch(program);
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

async function launch(program) {
  const installed = isInstalled(root, program);
  if (program.opensDoor) await refuseIfAny(problemsOf(root, process.env, { settingsToo: !installed }));
  if (!installed) await install(root, program);
  run(root, await findNode(root), program);
}

async function refuseIfAny(promise) {
  const problems = await promise;
  if (problems.length > 0) throw new Sentence(problems.join('\n'));
}
