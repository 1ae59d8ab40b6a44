import type { Cursors } from '@agora/platform/reading/cursor';
import type { RootContext } from '../root/context.ts';
import { eventServices } from './event-services.ts';
import { createFind } from './find.ts';
import { operatorLists } from './lists.ts';
import { operatorMutations } from './mutations.ts';
import type { Services } from './services.ts';

interface Head {
  readonly behind: number;
  readonly isDead: boolean;
  readonly lastError: string | null;
}

interface Replay {
  readonly since: string;
  readonly isPutInPlace: boolean;
  readonly actorId: string | null;
  readonly differences: readonly { readonly missing: number; readonly surplus: number; readonly changed: number }[] | null;
}

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT/;

/** What an ADMIN sees and does of events, asked of the services by their private routes; `@auth` is seen to around it. */
export function operatorResolvers(services: Services, cursors: Cursors) {
  const { find, deadLetter, auditEntry, eventReplay } = createFind(services);
  const subject = ({ key }: { readonly key: string }, _: unknown, asker: RootContext) => find(key, asker);
  return {
    find,
    Query: { eventServices: eventServices(services), ...operatorLists(services, cursors) },
    Mutation: operatorMutations(services),
    ParkedKey: {
      subject,
      waitingCount: ({ behind }: Head) => behind + 1,
      deadLetter: (head: Head) => (head.isDead ? head : null),
    },
    DeadLetter: {
      __resolveReference: ({ id }: { id: string }, asker: RootContext) => deadLetter(id, asker),
      subject,
      waitingCount: ({ behind }: Head) => behind,
      lastError: ({ lastError }: Head) => lastError ?? '',
    },
    EventReplay: {
      __resolveReference: ({ id }: { id: string }, asker: RootContext) => eventReplay(id, asker),
      from: ({ since }: Replay) => (ISO_INSTANT.test(since) ? since : null),
      isDryRun: ({ isPutInPlace }: Replay) => !isPutInPlace,
      differenceCount: ({ differences }: Replay) =>
        differences?.reduce((sum, { missing, surplus, changed }) => sum + missing + surplus + changed, 0) ?? null,
      startedBy: ({ actorId }: Replay, _: unknown, { references }: RootContext) => actorId && references.load(actorId),
    },
    AuditEntry: {
      __resolveReference: ({ id }: { id: string }, asker: RootContext) => auditEntry(id, asker),
      subject,
      actor: ({ actorId }: { readonly actorId: string | null }, _: unknown, { references }: RootContext) =>
        actorId && references.load(actorId),
    },
  };
}
