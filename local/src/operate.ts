import { messageOf } from '@agora/platform/errors';
import { Lifecycle } from '@agora/platform/service/lifecycle';
import { createLogger } from '@agora/platform/observe/logging';
import { readCommandLine, VERBS_WITH_CODE, USAGE, WrongUse } from './operate/command-line.ts';
import { run } from './operate/verbs.ts';
import { Away, openWays } from './operate/ways.ts';

const EXIT = { done: 0, unchanged: 1, wrongUse: 2, incomplete: 3 };

/** Shows how events flow, and decides about those that failed; `USAGE` tells how. */
async function operate(args: readonly string[], life: Lifecycle): Promise<number> {
  const commandLine = readCommandLine(args);
  if (!commandLine) {
    console.log(USAGE);
    return EXIT.done;
  }
  const { as, json } = commandLine.options;
  const withCode = VERBS_WITH_CODE.has(commandLine.verb);
  const outcome = await run(commandLine, await openWays(process.env, life, { as, withCode }));
  const away = outcome.away ?? [];
  console.log(json ? JSON.stringify({ ...Object(outcome.json), unreachable: away }, null, 2) : outcome.text);
  for (const reason of away) console.error(`Left out: ${reason}`);
  if (away.length > 0) return EXIT.incomplete;
  return outcome.isDifferent ? EXIT.unchanged : EXIT.done;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof WrongUse) return EXIT.wrongUse;
  return error instanceof Away ? EXIT.incomplete : EXIT.unchanged;
}

const life = new Lifecycle(createLogger('operate', 'error'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void life.stop().then(() => process.exit(1)));
let exitCode: number;
try {
  exitCode = await operate(process.argv.slice(2), life);
} catch (error) {
  console.error(messageOf(error));
  exitCode = exitCodeOf(error);
}
await life.stop();
process.exit(exitCode);
