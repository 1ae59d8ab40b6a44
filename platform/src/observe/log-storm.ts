import { inspect } from 'node:util';
import type { Logger, LoggerOptions } from 'pino';
import { messageOf } from '../errors.ts';
import { isTraced, traceId } from './trace.ts';

type LogMethod = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;
type Line = Parameters<LogMethod>[0];

const WINDOW_MS = 10_000;
const FROM_LEVEL = 40;
/** Beyond so many kinds of lines, only their words distinguish them, not their fields. */
const MAX_KINDS = 1_000;
const MAX_TRACES = 100;

interface Storm {
  repeated: number;
  readonly traceIds: string[];
  end(): void;
}

const storms = new Map<string, Storm>();

/**
 * Warnings and errors that say the same are written once; how often they came again within 10 s, and under which traces,
 * follows in one line. A storm of failures must not fill a disk, nor hide everything else.
 */
export function dampened(service: string): LogMethod {
  return function (this: Logger, line, write, level) {
    if (level < FROM_LEVEL) return write.apply(this, line);
    const { text, reason, fields } = said(line);
    const kind = inspect([service, level, text, ...(storms.size < MAX_KINDS ? [reason, fields] : [])]);
    const storm = storms.get(kind);
    if (storm) return note(storm);
    write.apply(this, line);
    begin(kind, ({ repeated, traceIds }) => write.apply(this, [{ ...fields, repeated, traceIds, reason }, text]));
  };
}

interface Said {
  readonly text: string | undefined;
  /** The message of the error that it is about. */
  readonly reason: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

function said(line: Line): Said {
  const [first, text]: readonly unknown[] = line;
  if (typeof first === 'string') return { text: first, reason: undefined, fields: {} };
  const about: Readonly<Record<string, unknown>> = first instanceof Error ? { err: first } : { ...(first ?? {}) };
  const { err, ...fields } = about;
  return { text: typeof text === 'string' ? text : undefined, reason: err instanceof Error ? messageOf(err) : undefined, fields };
}

function begin(kind: string, tell: (storm: Storm) => void): void {
  const storm: Storm = {
    repeated: 0,
    traceIds: [],
    end() {
      storms.delete(kind);
      if (storm.repeated > 0) tell(storm);
    },
  };
  storms.set(kind, storm);
  setTimeout(() => storm.end(), WINDOW_MS).unref();
}

function note(storm: Storm): void {
  storm.repeated++;
  if (isTraced() && storm.traceIds.length < MAX_TRACES) storm.traceIds.push(traceId());
}

process.once('exit', () => {
  for (const storm of storms.values()) storm.end();
});
