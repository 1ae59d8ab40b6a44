import type { PageArgs } from '@agora/platform/reading/connection';
import { type Places, placesIn } from '@agora/platform/reading/list-order';
import type { Bind, Reader } from '@agora/platform/reading/reader';
import * as z from 'zod';
import type { Righted } from './understood.ts';

/** When the first page of a list was read, and how its words were put right then: its cursors keep it for those that follow. */
export interface FirstPage {
  /** Which transactions had ended by then. */
  readonly snapshot: string;
  readonly instant: string;
  readonly righted: Righted;
}

const KEPT = 3;
const Kept = z.tuple([
  z.string(),
  z.string(),
  z.string().transform((text) => z.array(z.string().nullable()).nullable().parse(JSON.parse(text))),
]);

/** Places in a list by so many keys whose pages are as of the first one. */
export function placesAsOf(name: string, keys: number): Places {
  return placesIn(name, keys + KEPT);
}

/** What a cursor keeps of the first page; null on that page itself. */
export function firstPageOf(places: Places, { cursors }: Reader, { after, before }: PageArgs): FirstPage | null {
  const given = after ? places.decode(cursors, after, 'after', '') : before ? places.decode(cursors, before, 'before', '') : null;
  if (!given) return null;
  const [snapshot, instant, righted] = Kept.parse(given.slice(-KEPT));
  return { snapshot, instant, righted };
}

/** SQL of what the cursors of a page keep. */
export function keptOf(first: FirstPage | null, righted: Righted, bind: Bind): string[] {
  const how = `${bind(JSON.stringify(righted))}::text`;
  return first ? [`${bind(first.snapshot)}::text`, `${bind(first.instant)}::text`, how] : ['pg_current_snapshot()', 'now()', how];
}

/**
 * SQL for the version in this table that a product had on the first page. Snapshots of long ago are not asked: the numbers of transactions begin anew
 * in a database that was restored.
 */
export function versionOf(table: 'product_document' | 'product_sales', first: FirstPage | null, bind: Bind): string {
  if (!first) return `${table}.ended_by is null`;
  const [snapshot, longBefore] = [
    `${bind(first.snapshot)}::text::pg_snapshot`,
    `${bind(first.instant)}::text::timestamptz - interval '1 hour'`,
  ];
  const wasBy = (name: 'made' | 'ended') =>
    `(${table}.${name}_at < ${longBefore} or pg_visible_in_snapshot(${table}.${name}_by, ${snapshot}))`;
  return `${wasBy('made')} and (${table}.ended_by is null or not ${wasBy('ended')})`;
}
