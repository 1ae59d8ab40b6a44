import { defineService } from '@agora/platform/service/define-service';
import { runAsProgram } from '@agora/platform/service/run';
import type { Service, StartOptions } from '@agora/platform/service/service';
import { forgetGuestCarts } from './carts/commands/forget-guest-carts.ts';
import { cartTokenIn } from './carts/guest-scope.ts';
import { CHECKOUT } from './checkout/commands/steps.ts';
import { stuckCheckouts } from './checkout/commands/stuck-checkouts.ts';
import type { StepName } from './checkout/model/checkout.ts';
import { startLateAnswers } from './checkout/late-answers-worker.ts';
import { startPaymentWorker } from './checkout/payment-worker.ts';
import { readOrderConfig } from './config.ts';
import type { Context } from './context.ts';
import { demoOf } from './demo/load-demo.ts';
import { entities } from './entities.ts';
import { resolvers } from './graph/resolvers.ts';
import { sandboxProvider } from './payments/sandbox.ts';
import { createRateLimits } from './rate-limits.ts';
import { projections, reactions } from './reactions.ts';
import { openLoaders } from './reads.ts';

export { settings } from './config.ts';

/** What an operator does about checkouts while the service is down. */
export const sagas = { entities, verbs: stuckCheckouts };

/** What an operator has filled again from events. */
export const replayed = { entities, projections };

export const start = orderService(CHECKOUT);

/** `steps`: those that new checkouts begin with. */
export function orderService(steps: readonly StepName[]): (options?: StartOptions) => Promise<Service> {
  return defineService<Context>({
    name: 'order',
    entities,
    insides: ({ config, env, log, database, cursors, feeds, budgets }) => {
      const checkout = { steps, ...readOrderConfig(env) };
      const provider = sandboxProvider(database);
      const paymentMethods = new Map(provider.methods.map((method) => [method.id, method]));
      const limits = createRateLimits(budgets);
      const demo = demoOf({ database, log, checkout });
      return {
        resolvers,
        context: (base) => ({
          ...base,
          feeds,
          limits,
          checkout,
          paymentMethods,
          loaders: openLoaders({ ...base, cursors }),
        }),
        guestScope: cartTokenIn,
        reactions: config.demo ? [...reactions, demo.reaction] : reactions,
        // Each locks its own order, or a variant that no other event is about.
        lanes: 2,
        timers: [{ everyMs: 15_000, work: () => forgetGuestCarts(database.fork()) }],
        workers: [
          () => startPaymentWorker({ database, provider, log }),
          () => startLateAnswers({ database, timeoutMs: checkout.timeoutMs, log }),
        ],
        sagas: stuckCheckouts,
        projections,
        demo: () => demo.load(),
      };
    },
  });
}

runAsProgram(import.meta, start);
