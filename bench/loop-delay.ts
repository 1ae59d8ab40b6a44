import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const EVERY_MS = 1_000;
const NS_PER_MS = 1e6;

/** Loaded into a process by `--import`: notes each second how late its event loop was, in milliseconds, as a line of JSON. */
const file = process.env['LOOP_DELAY_FILE'];
if (file !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  setInterval(() => {
    const [p99, max] = [delay.percentile(99), delay.max].map((ns) => Math.round((ns / NS_PER_MS) * 10) / 10);
    appendFileSync(file, `${JSON.stringify({ at: Date.now(), p99, max })}\n`);
    delay.reset();
  }, EVERY_MS).unref();
}
