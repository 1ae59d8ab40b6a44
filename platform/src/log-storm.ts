import type { Logger, LoggerOptions } from 'pino';
import { messageOf } from './errors.ts';
import { isTraced, traceId } from './trace.ts';

type LogMethod = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;
type Line = Parameters<LogMethod>[0];

const WINDOW_MS = 10_000;
const FROM_LEVEL = 40;
const MOST_KINDS = 1_000;
const MOST_TRACES = 100;

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
    const [text, reason] = said(line);
    const kind = [service, level, text, reason].join('\n');
    const storm = storms.get(kind);
    if (storm) return note(storm);
    write.apply(this, line);
    if (storms.size >= MOST_KINDS) return;
    begin(kind, ({ repeated, traceIds }) => write.apply(this, [{ repeated, traceIds, reason }, text]));
  };
}

/** What a line says, and the message of the error that it is about. */
function said(line: Line): [text: string | undefined, reason: string | undefined] {
  const [first, text]: readonly unknown[] = line;
  if (typeof first === 'string') return [first, undefined];
  const error = typeof first === 'object' && first !== null && 'err' in first ? first.err : first;
  return [typeof text === 'string' ? text : undefined, error instanceof Error ? messageOf(error) : undefined];
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
  if (isTraced() && storm.traceIds.length < MOST_TRACES) storm.traceIds.push(traceId());
}

process.once('exit', () => {
  for (const storm of storms.values()) storm.end();
});
