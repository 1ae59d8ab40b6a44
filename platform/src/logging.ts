import { type Logger, pino } from 'pino';
import { traceId } from './trace.ts';

export type { Logger };

/** JSON lines on standard error, each with its service and trace id. */
export function createLogger(service: string, level: string): Logger {
  return pino(
    { level, base: { service }, mixin: () => ({ traceId: traceId() }), timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
