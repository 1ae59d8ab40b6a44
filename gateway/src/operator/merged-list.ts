import { type Connection, connectionOf, type PageArgs, sizeOf } from '@agora/platform/reading/connection';
import type { Cursors } from '@agora/platform/reading/cursor';
import type { Places } from '@agora/platform/reading/list-order';
import type { GatewayContext } from '../context.ts';
import * as z from 'zod';
import { unavailable } from './forward.ts';
import { type Question, type Services, Unreachable } from './services.ts';

/** A page of a list over services, and who is missing from it. */
export interface MergedConnection<Node> extends Connection<Node> {
  readonly unreachableServices: readonly string[];
}

export interface MergedListOptions {
  readonly services: Services;
  /** Those that are asked. */
  readonly of: readonly string[];
  readonly asker: GatewayContext;
  readonly args: PageArgs;
  readonly direction: 'ASC' | 'DESC';
  readonly cursors: Cursors;
  readonly places: Places;
  /** Asks for the field `rows`, with the variable `page`. */
  readonly page: Question;
  /** Asks for the field `count`. */
  readonly count: Question;
}

const Row = z.looseObject({ service: z.string(), place: z.object({ time: z.string(), number: z.string() }) });
export type Row = z.output<typeof Row>;
const Rows = z.object({ rows: z.array(Row) });
const Count = z.object({ count: z.number() });

/** Asks every service for as much as the page holds, and puts it in one order: by time, then by service, then as the service says. */
export async function mergedPage(options: MergedListOptions): Promise<MergedConnection<Row>> {
  const { args, cursors, places, direction } = options;
  const { size, backwards } = sizeOf(args);
  const [after, before] = (['after', 'before'] as const).map((name) => placeOf(options, name));
  const page = { size: size + 1, isLast: backwards, after, before };
  const { answers, unreachable } = await askAll(options, { ...options.page, variables: { ...options.page.variables, page } });

  const rows = answers.flatMap((answer) => Rows.parse(answer).rows).sort(byPlace(direction));
  const connection = connectionOf({
    args,
    read: backwards ? rows.reverse() : rows,
    cursorOf: ({ service, place }) => places.encode(cursors, [place.time, service, place.number]),
    async totalCount() {
      const counts = await askAll({ ...options, of: options.of.filter((service) => !unreachable.includes(service)) }, options.count);
      const [uncounted] = counts.unreachable;
      if (uncounted !== undefined) throw unavailable(uncounted);
      return counts.answers.reduce((sum, answer) => sum + Count.parse(answer).count, 0);
    },
  });
  return { ...connection, unreachableServices: unreachable };
}

function placeOf({ args, cursors, places }: MergedListOptions, field: 'after' | 'before') {
  const cursor = args[field];
  if (!cursor) return null;
  const [time, service, number] = places.decode(cursors, cursor, field, '');
  return { time, service, number };
}

async function askAll({ services, of, asker }: MergedListOptions, question: Question) {
  const unreachable: string[] = [];
  const answers = await Promise.all(
    of.map(async (service) => {
      try {
        return [await services.ask(service, question, asker)];
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        unreachable.push(service);
        return [];
      }
    }),
  );
  return { answers: answers.flat(), unreachable: unreachable.sort() };
}

/** Rows of one service are in its order already, which a stable sort keeps. */
function byPlace(direction: 'ASC' | 'DESC') {
  const sign = direction === 'ASC' ? 1 : -1;
  return (a: Row, b: Row) => sign * (compare(a.place.time, b.place.time) || compare(a.service, b.service));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
