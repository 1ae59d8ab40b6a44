import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Preloaded into every gateway that runs on Node, ours and the others alike: tells the benchmark how late the event loop was
 * and what the heap holds, and ends the gateway when the benchmark is gone.
 */
const delay = monitorEventLoopDelay({ resolution: 1 });

process.on('message', (question) => {
  if (question === 'watch the event loop') {
    delay.reset();
    delay.enable();
    process.send?.('watching');
  }
  if (question === 'event loop') {
    delay.disable();
    process.send?.({ p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 });
  }
  if (question === 'memory') {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ rss: rss / 2 ** 20, heapUsed: heapUsed / 2 ** 20 });
  }
});
process.once('disconnect', () => process.exit(0));
process.channel?.unref();
