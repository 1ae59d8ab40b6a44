import { type PageArgs, positionIn } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/cursor';
import { withUserErrors } from '@agora/platform/edge';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { sentences } from '@agora/platform/operator/sentences';
import { serviceOfId } from '@agora/platform/operator/service-ids';
import { TYPE_BY_PREFIX } from '@agora/schema/ids';
import { BREAK, type GraphQLResolveInfo, visit } from 'graphql';
import * as z from 'zod';
import type { RootContext } from '../root/context.ts';
import * as documents from './documents.ts';
import { refuseLongLists, servicesIn } from './filters.ts';
import { forwardMutation, unavailable } from './forward.ts';
import { mergedPage } from './merged-list.ts';
import { type Services, Unreachable } from './services.ts';

interface Filter {
  readonly services?: readonly string[] | null;
}

interface ListArgs extends PageArgs {
  readonly filter?: Filter | null;
}

const MOST_LETTERS = 100;
const MOST_CHARACTERS = 200;

/** What an ADMIN sees and does of events, asked of the services by their private routes; `@auth` is seen to around it. */
export function operatorResolvers(services: Services, cursors: Cursors) {
  const query = 'query' as const;
  const known = services.names;

  const parked = (list: string, { filter, ...args }: ListArgs, more: object, asker: RootContext, info: GraphQLResolveInfo) => {
    const { services: names, ...rest } = filter ?? {};
    refuseLongLists(rest);
    const variables = { filter: { ...rest, ...more } };
    return mergedPage({
      services,
      of: servicesIn(names, known, ['filter', 'services']),
      asker,
      args,
      direction: 'ASC',
      position: positionIn(cursors, list, 3),
      page: { type: query, query: documents.PARKED_KEYS, variables: { ...variables, withData: asksFor(info, 'data') } },
      count: { type: query, query: documents.PARKED_KEY_COUNT, variables },
    });
  };

  /** Null for an id of nothing. */
  const byId = async (prefix: string, document: string, id: string, asker: RootContext) => {
    const service = serviceOfId(prefix, id, known);
    if (service === undefined || !asker.actor?.roles.includes('ADMIN')) return null;
    try {
      return Found.parse(await services.ask(service, { type: query, query: document, variables: { id } }, asker)).node;
    } catch (error) {
      if (error instanceof Unreachable) throw unavailable(service);
      throw error;
    }
  };
  const deadLetter = (id: string, asker: RootContext) => byId('dlt', documents.DEAD_LETTER, id, asker);
  const auditEntry = (id: string, asker: RootContext) => byId('aud', documents.AUDIT_ENTRY, id, asker);

  /** Any object by its id: those of operators are read here, others by their owner. */
  const find = async (id: string, asker: RootContext) => {
    const type = TYPE_BY_PREFIX[prefixOf(id) ?? ''];
    if (type === 'DeadLetter') return named(type, await deadLetter(id, asker));
    if (type === 'AuditEntry') return named(type, await auditEntry(id, asker));
    return asker.references.load(id);
  };
  const subject = ({ key }: { readonly key: string }, _: unknown, asker: RootContext) => find(key, asker);

  return {
    find,
    Query: {
      eventServices: (_: unknown, { names }: { names?: readonly string[] | null }, asker: RootContext) =>
        servicesIn(names, known, ['names']).map(async (name) => {
          const checkedAt = new Date();
          try {
            const { eventFlow } = Flow.parse(await services.ask(name, { type: query, query: documents.EVENT_FLOW }, asker));
            return { name, isReachable: true, ...eventFlow, checkedAt };
          } catch (error) {
            if (error instanceof Unreachable) return { name, isReachable: false, checkedAt };
            throw error;
          }
        }),
      parkedKeys: (_: unknown, args: ListArgs, asker: RootContext, info: GraphQLResolveInfo) => parked('parkedKeys', args, {}, asker, info),
      deadLetters: (_: unknown, args: ListArgs, asker: RootContext, info: GraphQLResolveInfo) =>
        parked('deadLetters', args, { isDead: true }, asker, info),
      auditTrail: (_: unknown, { filter, ...args }: ListArgs, asker: RootContext) => {
        const { services: names, ...rest } = filter ?? {};
        refuseLongLists(rest);
        return mergedPage({
          services,
          of: servicesIn(names, known, ['filter', 'services']),
          asker,
          args,
          direction: 'DESC',
          position: positionIn(cursors, 'auditTrail', 3),
          page: { type: query, query: documents.AUDIT_ENTRIES, variables: { filter: rest } },
          count: { type: query, query: documents.AUDIT_ENTRY_COUNT, variables: { filter: rest } },
        });
      },
    },
    Mutation: {
      deadLetterRetry: (_: unknown, { input }: Given<{ deadLetterIds: string[] }>, asker: RootContext, info: GraphQLResolveInfo) =>
        withUserErrors(async () => {
          const service = onlyServiceOf(input.deadLetterIds, known);
          return forwardMutation(services, service, 'deadLetterRetry', input, asker, info);
        }),
      deadLetterSkip: (_: unknown, { input }: Given<{ deadLetterId: string }>, asker: RootContext, info: GraphQLResolveInfo) =>
        withUserErrors(async () => {
          const service = serviceOfLetter(input.deadLetterId, known, ['deadLetterId']);
          return forwardMutation(services, service, 'deadLetterSkip', input, asker, info);
        }),
      parkedKeyRetry: (_: unknown, { input: { service, ...input } }: Given<KeyInput>, asker: RootContext, info: GraphQLResolveInfo) =>
        withUserErrors(async () => {
          if (!known.includes(service)) throw new Refusal('NOT_FOUND', sentences.noSuchService, ['service']);
          for (const name of ['topic', 'key'] as const)
            if (input[name].length > MOST_CHARACTERS) throw new Refusal('NOT_FOUND', sentences.nothingWaits, [name]);
          return forwardMutation(services, service, 'parkedKeyRetry', input, asker, info);
        }),
    },
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
    AuditEntry: {
      __resolveReference: ({ id }: { id: string }, asker: RootContext) => auditEntry(id, asker),
      subject,
      actor: ({ actorId }: { readonly actorId: string | null }, _: unknown, { references }: RootContext) =>
        actorId && references.load(actorId),
    },
  };
}

interface Given<Input> {
  readonly input: Input;
}

interface KeyInput {
  readonly service: string;
  readonly group: string;
  readonly topic: string;
  readonly key: string;
}

interface Head {
  readonly behind: number;
  readonly isDead: boolean;
  readonly lastError: string | null;
}

const Found = z.object({ node: z.record(z.string(), z.unknown()).nullable() });
const Flow = z.object({ eventFlow: z.record(z.string(), z.unknown()) });

function named(type: string, found: Readonly<Record<string, unknown>> | null) {
  return found && { __typename: type, ...found };
}

function onlyServiceOf(ids: readonly string[], known: readonly string[]): string {
  const field = ['deadLetterIds'];
  if (ids.length < 1 || ids.length > MOST_LETTERS) throw new Refusal('INVALID', sentences.nameEvents(MOST_LETTERS), field);
  const [first, ...others] = new Set(ids.map((id, index) => serviceOfLetter(id, known, [...field, String(index)])));
  if (first === undefined || others.length > 0) throw new Refusal('INVALID', sentences.ofOneService, field);
  return first;
}

function serviceOfLetter(id: string, known: readonly string[], field: readonly string[]): string {
  const service = serviceOfId('dlt', id, known);
  if (service === undefined) throw new Refusal('NOT_FOUND', sentences.noSuchEvent, field);
  return service;
}

/** Whether anything of this name is selected anywhere in the operation. */
function asksFor({ operation, fragments }: GraphQLResolveInfo, name: string): boolean {
  let asked = false;
  for (const definition of [operation, ...Object.values(fragments)])
    visit(definition, {
      Field(node) {
        if (node.name.value !== name) return undefined;
        asked = true;
        return BREAK;
      },
    });
  return asked;
}
