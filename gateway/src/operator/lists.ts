import type { PageArgs } from '@agora/platform/reading/connection';
import type { Cursors } from '@agora/platform/reading/cursor';
import { placesIn } from '@agora/platform/reading/list-order';
import { BREAK, type GraphQLResolveInfo, visit } from 'graphql';
import type { RootContext } from '../root/context.ts';
import { AUDIT_ENTRIES, AUDIT_ENTRY_COUNT, PARKED_KEY_COUNT, PARKED_KEYS, REPLAY_COUNT, REPLAYS } from './documents.ts';
import { checkFilter, servicesIn } from './filters.ts';
import { mergedPage } from './merged-list.ts';
import type { Services } from './services.ts';

interface ListArgs extends PageArgs {
  readonly filter?: { readonly services?: readonly string[] | null } | null;
}

/** The lists that are put together from every service. */
export function operatorLists(services: Services, cursors: Cursors) {
  const read = (name: string, { filter, ...args }: ListArgs, asker: RootContext) => {
    const { services: names, ...rest } = filter ?? {};
    checkFilter(rest);
    const of = servicesIn(names, services.names, ['filter', 'services']);
    return { rest, options: { services, of, asker, args, cursors, places: placesIn(name, 3) } };
  };

  const parked = (name: string, args: ListArgs, more: object, asker: RootContext, info: GraphQLResolveInfo) => {
    const { rest, options } = read(name, args, asker);
    const variables = { filter: { ...rest, ...more } };
    return mergedPage({
      ...options,
      direction: 'ASC',
      page: { type: 'query', query: PARKED_KEYS, variables: { ...variables, withData: asksFor(info, 'data') } },
      count: { type: 'query', query: PARKED_KEY_COUNT, variables },
    });
  };

  return {
    parkedKeys: (_: unknown, args: ListArgs, asker: RootContext, info: GraphQLResolveInfo) => parked('parkedKeys', args, {}, asker, info),
    deadLetters: (_: unknown, args: ListArgs, asker: RootContext, info: GraphQLResolveInfo) =>
      parked('deadLetters', args, { isDead: true }, asker, info),
    eventReplays: (_: unknown, { statuses, ...args }: PageArgs & { statuses?: readonly string[] | null }, asker: RootContext) => {
      const { options } = read('eventReplays', args, asker);
      return mergedPage({
        ...options,
        direction: 'DESC',
        page: { type: 'query', query: REPLAYS, variables: { filter: { statuses } } },
        count: { type: 'query', query: REPLAY_COUNT, variables: { filter: { statuses } } },
      });
    },
    auditTrail: (_: unknown, args: ListArgs, asker: RootContext) => {
      const { rest: filter, options } = read('auditTrail', args, asker);
      return mergedPage({
        ...options,
        direction: 'DESC',
        page: { type: 'query', query: AUDIT_ENTRIES, variables: { filter } },
        count: { type: 'query', query: AUDIT_ENTRY_COUNT, variables: { filter } },
      });
    },
  };
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
