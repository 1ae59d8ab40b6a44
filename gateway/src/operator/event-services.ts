import * as z from 'zod';
import type { RootContext } from '../root/context.ts';
import { EVENT_FLOW } from './documents.ts';
import { servicesIn } from './filters.ts';
import { type Services, Unreachable } from './services.ts';

const Flow = z.object({ eventFlow: z.record(z.string(), z.unknown()) });

/** How events flow through each service, as it says itself; one that does not answer is listed as unreachable. */
export function eventServices(services: Services) {
  return (_: unknown, { names }: { names?: readonly string[] | null }, asker: RootContext) =>
    servicesIn(names, services.names, ['names']).map(async (name) => {
      const checkedAt = new Date();
      try {
        const { eventFlow } = Flow.parse(await services.ask(name, { type: 'query', query: EVENT_FLOW }, asker));
        return { name, isReachable: true, ...eventFlow, checkedAt };
      } catch (error) {
        if (error instanceof Unreachable) return { name, isReachable: false, checkedAt };
        throw error;
      }
    });
}
