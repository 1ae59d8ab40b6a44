import { defineService } from '@agora/platform/define-service';
import { runAsProgram } from '@agora/platform/run';
import { cartTokenIn } from './api/guest-scope.ts';
import { resolvers } from './api/resolvers.ts';
import { forgetGuestCarts } from './commands/cart/forget-guest-carts.ts';
import { readOrderConfig } from './config.ts';
import type { Context } from './context.ts';
import { demoOf } from './demo/load-demo.ts';
import { entities } from './entities.ts';
import { sandboxProvider } from './payments/sandbox.ts';
import { startPaymentWorker } from './payments/worker.ts';
import { createRateLimits } from './rate-limits.ts';
import { reactions } from './reactions/index.ts';
import { openLoaders } from './reads.ts';
import { seeToLateAnswers } from './saga.ts';

export { settings } from './config.ts';

export const start = defineService<Context>({
  name: 'order',
  entities,
  migrations: new URL('../migrations/', import.meta.url),
  insides: ({ config, env, log, database, cursors, feeds, budgets }) => {
    const { patienceMs } = readOrderConfig(env);
    const provider = sandboxProvider(database);
    const limits = createRateLimits(budgets);
    const demo = demoOf({ database, log, patienceMs });
    return {
      resolvers,
      context: (base) => ({
        ...base,
        feeds,
        limits,
        patienceMs,
        paymentMethods: provider.methods,
        loaders: openLoaders({ ...base, cursors }),
      }),
      guestScope: cartTokenIn,
      reactions: config.demo ? [...reactions, demo.reaction] : reactions,
      timers: [
        { everyMs: 500, work: () => seeToLateAnswers(database.fork()) },
        { everyMs: 5_000, work: () => forgetGuestCarts(database.fork()) },
      ],
      workers: [() => startPaymentWorker({ database, provider, log })],
      demo: () => demo.load(),
    };
  },
});

runAsProgram(import.meta, start);
