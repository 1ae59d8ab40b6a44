import { parseArgs } from 'node:util';
import { messageOf } from '@agora/platform/errors';

export const USAGE = `npm run operate -- status                  how events flow: what waits to leave, how far each service is behind
npm run operate -- parked                  keys whose events wait behind one that failed, the longest waiting first
npm run operate -- dead                    events that were given up; those behind them wait until you decide
npm run operate -- show ID                 a dead event, with its data
npm run operate -- retry ID…               has dead events tried again, each before those behind it
npm run operate -- skip ID --reason TEXT   drops a dead event for good
npm run operate -- retry-key SERVICE GROUP TOPIC KEY
                                           tries the first waiting event of a key now
npm run operate -- stuck                   checkouts that cannot go on by themselves, the longest stuck first
npm run operate -- retry-saga ID           has a stuck one go on: its step is asked for once more
npm run operate -- compensate-saga ID --reason TEXT
                                           gives a stuck one up: undoes what was done and cancels the order; its buyer reads TEXT
npm run operate -- rebuild NAME…           compares what a service keeps of others' events with what these make of it; --replace --reason TEXT
                                           puts that in place, while events flow
npm run operate -- replay --group NAME --from TIME
                                           fills what was emptied of this group's projections with the events from then on; TIME is an
                                           instant, an offset in each partition, or "beginning"
npm run operate -- audit                   what happened, newest first

  --service NAME   only of this service; may be repeated (parked, dead, stuck, audit)
  --subject ID     only about this object (audit)
  --actor ID       only what this account asked for (audit)
  --event NAME     only events of this name, for example order.placed (audit)
  --trace ID       only what followed from one request (audit)
  --projection NAME
                   only this one of the group's (replay)
  --empty          empties it first: what only earlier events told of is gone (replay)
  --limit N        at most so many, 1 to 1000 (50)
  --as NAME        who you are, for the audit trail (who is signed in at the shell)
  --json           for programs

It works on the databases that <NAME>_DATABASE_URL names, or that AGORA_DATA holds, also while services are down; where there
are none, it asks the services with AGORA_GATEWAY_SECRET, at <NAME>_URL. npm start -- --help tells more of these settings.

It ends with 0, with 1 when nothing was changed or a projection differs, 2 when the command line is wrong, 3 when a service did not answer.`;

/** What was asked for, checked. */
export interface CommandLine {
  readonly verb: Verb;
  readonly operands: readonly string[];
  readonly options: Options;
}

export interface Options {
  readonly services: readonly string[];
  readonly subject?: string | undefined;
  readonly actor?: string | undefined;
  readonly event?: string | undefined;
  readonly trace?: string | undefined;
  readonly reason?: string | undefined;
  readonly as?: string | undefined;
  readonly group?: string | undefined;
  readonly from?: string | undefined;
  readonly projection?: string | undefined;
  readonly empty: boolean;
  readonly replace: boolean;
  readonly limit: number;
  readonly json: boolean;
}

/** How many operands each takes, and which options beside `--json` and `--as`. */
const VERBS = {
  status: { operands: [0, 0], options: [] },
  parked: { operands: [0, 0], options: ['service', 'limit'] },
  dead: { operands: [0, 0], options: ['service', 'limit'] },
  show: { operands: [1, 1], options: [] },
  retry: { operands: [1, Infinity], options: [] },
  skip: { operands: [1, 1], options: ['reason'] },
  'retry-key': { operands: [4, 4], options: [] },
  stuck: { operands: [0, 0], options: ['service', 'limit'] },
  'retry-saga': { operands: [1, 1], options: [] },
  'compensate-saga': { operands: [1, 1], options: ['reason'] },
  rebuild: { operands: [1, Infinity], options: ['replace', 'reason'] },
  replay: { operands: [0, 0], options: ['group', 'from', 'projection', 'empty', 'reason'] },
  audit: { operands: [0, 0], options: ['service', 'limit', 'subject', 'actor', 'event', 'trace'] },
} as const satisfies Readonly<Record<string, { readonly operands: readonly [number, number]; readonly options: readonly string[] }>>;

export type Verb = keyof typeof VERBS;

/** Verbs about sagas and projections, which are a service's code. */
export const VERBS_WITH_CODE: ReadonlySet<Verb> = new Set(['stuck', 'retry-saga', 'compensate-saga', 'rebuild', 'replay']);

const WITH_REASON: ReadonlySet<Verb> = new Set(['skip', 'compensate-saga']);

/** The command line is wrong; the message says where. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** Null when help is asked for. */
export function readCommandLine(args: readonly string[]): CommandLine | null {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return null;
  const [verb, ...operands] = positionals;
  if (!isVerb(verb)) throw new WrongUse(`There is no "${verb ?? ''}". Known: ${Object.keys(VERBS).join(', ')}.`);
  const { operands: [least, max], options } = VERBS[verb]; // prettier-ignore
  if (operands.length < least || operands.length > max) throw new WrongUse(`"${verb}" is used otherwise; --help tells how.`);
  const taken: readonly string[] = [...options, 'json', 'as'];
  const idle = Object.keys(values).find((name) => !taken.includes(name));
  if (idle !== undefined) throw new WrongUse(`"${verb}" does not take --${idle}.`);
  if (verb === 'replay' && (!values.group || !values.from))
    throw new WrongUse('Say of which group, and from when: --group NAME --from TIME.');
  if ((WITH_REASON.has(verb) || values.replace) && !values.reason)
    throw new WrongUse('Say why: --reason TEXT. It is kept in the audit trail.');
  return {
    verb,
    operands,
    options: {
      ...values,
      services: values.service ?? [],
      limit: limitOf(values.limit),
      json: values.json ?? false,
      replace: values.replace ?? false,
      empty: values.empty ?? false,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        service: { type: 'string', multiple: true },
        subject: { type: 'string' },
        actor: { type: 'string' },
        event: { type: 'string' },
        trace: { type: 'string' },
        reason: { type: 'string' },
        as: { type: 'string' },
        limit: { type: 'string' },
        group: { type: 'string' },
        from: { type: 'string' },
        projection: { type: 'string' },
        empty: { type: 'boolean' },
        replace: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new WrongUse(messageOf(error));
  }
}

function isVerb(given: string | undefined): given is Verb {
  return given !== undefined && Object.hasOwn(VERBS, given);
}

function limitOf(given = '50'): number {
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) throw new WrongUse('--limit is a number from 1 to 1000.');
  return limit;
}
