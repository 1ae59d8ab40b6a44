import { messageOf } from '@agora/platform/errors';
import type { Lifecycle } from '@agora/platform/service/lifecycle';
import type { Environment } from '@agora/platform/service/settings';
import { readCommandLine, USAGE, VERBS_WITH_CODE, WrongUse } from './command-line.ts';
import type { Terminal } from './terminal.ts';
import { run } from './verbs.ts';
import { Away, openWays } from './ways.ts';

const EXIT = { done: 0, unchanged: 1, wrongUse: 2, incomplete: 3 };

/** Shows how events flow, and decides about those that failed; `USAGE` tells how. Answers the exit code; `life` has what it opened. */
export async function operate(args: readonly string[], env: Environment, terminal: Terminal, life: Lifecycle): Promise<number> {
  try {
    return await work(args, env, terminal, life);
  } catch (error) {
    terminal.warn(messageOf(error));
    if (error instanceof WrongUse) return EXIT.wrongUse;
    return error instanceof Away ? EXIT.incomplete : EXIT.unchanged;
  }
}

async function work(args: readonly string[], env: Environment, terminal: Terminal, life: Lifecycle): Promise<number> {
  const commandLine = readCommandLine(args);
  if (!commandLine) {
    terminal.say(USAGE);
    return EXIT.done;
  }
  const { as, json } = commandLine.options;
  const withCode = VERBS_WITH_CODE.has(commandLine.verb);
  const outcome = await run(commandLine, await openWays(env, life, { as, withCode }), terminal);
  const away = outcome.away ?? [];
  terminal.say(json ? JSON.stringify({ ...Object(outcome.json), unreachable: away }, null, 2) : outcome.text);
  for (const reason of away) terminal.warn(`Left out: ${reason}`);
  if (away.length > 0) return EXIT.incomplete;
  return outcome.isDifferent ? EXIT.unchanged : EXIT.done;
}
