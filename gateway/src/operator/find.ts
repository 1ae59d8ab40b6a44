import { prefixOf } from '@agora/platform/ids';
import { serviceOfId } from '@agora/platform/operator/service-ids';
import { TYPE_BY_PREFIX } from '@agora/schema/ids';
import * as z from 'zod';
import type { RootContext } from '../root/context.ts';
import { AUDIT_ENTRY, DEAD_LETTER, ONE_REPLAY } from './documents.ts';
import { unavailable } from './forward.ts';
import { type Services, Unreachable } from './services.ts';

const Found = z.object({ node: z.record(z.string(), z.unknown()).nullable() });

/** Objects by their ids: dead letters, replays and audit entries are read here, whole, for an ADMIN; others are their owner's to confirm. */
export function createFind(services: Services) {
  /** Null for an id of nothing. */
  const read = async (prefix: string, query: string, id: string, asker: RootContext) => {
    const service = serviceOfId(prefix, id, services.names);
    if (service === undefined || !asker.actor?.roles.includes('ADMIN')) return null;
    try {
      return Found.parse(await services.ask(service, { type: 'query', query, variables: { id } }, asker)).node;
    } catch (error) {
      if (error instanceof Unreachable) throw unavailable(service);
      throw error;
    }
  };
  const deadLetter = (id: string, asker: RootContext) => read('dlt', DEAD_LETTER, id, asker);
  const auditEntry = (id: string, asker: RootContext) => read('aud', AUDIT_ENTRY, id, asker);
  const eventReplay = (id: string, asker: RootContext) => read('rpl', ONE_REPLAY, id, asker);
  const find = async (id: string, asker: RootContext) => {
    const type = TYPE_BY_PREFIX[prefixOf(id) ?? ''];
    if (type === 'DeadLetter') return named(type, await deadLetter(id, asker));
    if (type === 'AuditEntry') return named(type, await auditEntry(id, asker));
    if (type === 'EventReplay') return named(type, await eventReplay(id, asker));
    return asker.references.load(id);
  };
  return { find, deadLetter, auditEntry, eventReplay };
}

function named(type: string, found: Readonly<Record<string, unknown>> | null) {
  return found && { __typename: type, ...found };
}
