import { type Logger, pino } from 'pino';
import { reportOf } from './error-report.ts';
import { dampened } from './log-storm.ts';
import { traceId } from './trace.ts';

export type { Logger };

/** JSON lines on standard error, each with its service and trace id. */
export function createLogger(service: string, level: string): Logger {
  return pino(
    {
      level,
      base: { service },
      mixin: () => ({ traceId: traceId() }),
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: reportOf },
      hooks: { logMethod: dampened(service) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
