import { withUserErrors } from '@agora/platform/graph/user-errors';
import { Refusal } from '@agora/platform/errors';
import { sentences } from '@agora/platform/operator/sentences';
import { serviceOfId } from '@agora/platform/operator/service-ids';
import type { GraphQLResolveInfo } from 'graphql';
import type { RootContext } from '../root/context.ts';
import { isStorable } from './filters.ts';
import { forwardMutation } from './forward.ts';
import type { Services } from './services.ts';

interface Given<Input> {
  readonly input: Input;
}

interface KeyInput {
  readonly service: string;
  readonly group: string;
  readonly topic: string;
  readonly key: string;
}

interface ReplayInput {
  readonly service: string;
  readonly group: string;
  readonly mode: 'REBUILD' | 'REDELIVER';
  readonly projection?: string | null;
  readonly topics?: readonly string[] | null;
  readonly from?: string | null;
  readonly reason: string;
  readonly isDryRun?: boolean | null;
}

const MAX_LETTERS = 100;

/** What an ADMIN has done about events, each by the service that it is about. */
export function operatorMutations(services: Services) {
  const known = services.names;
  return {
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
        for (const [name, value] of Object.entries(input))
          if (!isStorable(value)) throw new Refusal('NOT_FOUND', sentences.nothingWaits, [name]);
        return forwardMutation(services, service, 'parkedKeyRetry', input, asker, info);
      }),
    eventReplayStart: (_: unknown, { input }: Given<ReplayInput>, asker: RootContext, info: GraphQLResolveInfo) =>
      withUserErrors(async () => {
        const { service, group, mode, projection, topics, from, reason } = input;
        const isDryRun = input.isDryRun === true;
        if (!known.includes(service)) throw new Refusal('NOT_FOUND', sentences.noSuchService, ['service']);
        if (group !== service) throw new Refusal('NOT_FOUND', sentences.noSuchGroup, ['group']);
        if (mode === 'REDELIVER') {
          if (projection != null) throw new Refusal('INVALID', sentences.ofRebuildAlone, ['projection']);
          return forwardMutation(services, service, 'redeliveryStart', { topics, from, reason, isDryRun }, asker, info);
        }
        if (topics != null) throw new Refusal('INVALID', sentences.ofRedeliverAlone, ['topics']);
        if (projection == null) throw new Refusal('REQUIRED', sentences.whichProjection, ['projection']);
        const start = { projection, from, reason, mustBeEmpty: false, isPutInPlace: !isDryRun };
        return forwardMutation(services, service, 'replayStart', start, asker, info);
      }),
    eventReplayCancel: (_: unknown, { input }: Given<{ replayId: string }>, asker: RootContext, info: GraphQLResolveInfo) =>
      withUserErrors(async () => {
        const service = serviceOfId('rpl', input.replayId, known);
        if (service === undefined) throw new Refusal('NOT_FOUND', sentences.noSuchReplay, ['replayId']);
        return forwardMutation(services, service, 'replayCancel', input, asker, info);
      }),
  };
}

function onlyServiceOf(ids: readonly string[], known: readonly string[]): string {
  const field = ['deadLetterIds'];
  if (ids.length < 1 || ids.length > MAX_LETTERS) throw new Refusal('INVALID', sentences.nameEvents(MAX_LETTERS), field);
  const [first, ...others] = new Set(ids.map((id, index) => serviceOfLetter(id, known, [...field, String(index)])));
  if (first === undefined || others.length > 0) throw new Refusal('INVALID', sentences.ofOneService, field);
  return first;
}

function serviceOfLetter(id: string, known: readonly string[], field: readonly string[]): string {
  const service = serviceOfId('dlt', id, known);
  if (service === undefined) throw new Refusal('NOT_FOUND', sentences.noSuchEvent, field);
  return service;
}
