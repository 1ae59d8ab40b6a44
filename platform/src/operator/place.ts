/** Where something stands in a list over all services. Equal times are ordered by the service, then by the number there. */
export interface Place {
  /** Sorts as text. */
  readonly time: string;
  readonly service: string;
  readonly number: string;
}

/** A part of a list; `last` reads it from the end. */
export interface PageOfService {
  readonly size: number;
  readonly isLast: boolean;
  readonly after?: Place | null;
  readonly before?: Place | null;
}

/** How a service's part of a list is ordered. */
export interface Order {
  /** SQL of the time and its type; `number` is a bigint. */
  readonly time: string;
  readonly timeType: 'timestamptz' | 'uuid';
  readonly number: string;
  readonly direction: 'ASC' | 'DESC';
}

export type Bind = (value: unknown) => string;

/** SQL conditions for what lies within the page's cursors, of the rows of one service. */
export function within(service: string, { after, before }: PageOfService, order: Order, bind: Bind): string[] {
  const isUp = order.direction === 'ASC';
  return [...(after ? [beyond(service, after, order, isUp, bind)] : []), ...(before ? [beyond(service, before, order, !isUp, bind)] : [])];
}

/** The last part of a list is read backwards. */
export function orderBy({ isLast }: PageOfService, { time, number, direction }: Order): string {
  const read = (direction === 'ASC') === isLast ? 'desc' : 'asc';
  return `${time} ${read}, ${number} ${read}`;
}

/** Rows of another service with the time of the place lie on one side of it, all of them. */
function beyond(service: string, place: Place, { time, timeType, number }: Order, isUp: boolean, bind: Bind): string {
  const operator = isUp ? '>' : '<';
  const at = `${bind(place.time)}::text::${timeType}`;
  if (service === place.service) return `(${time}, ${number}) ${operator} (${at}, ${bind(place.number)}::text::bigint)`;
  return `${time} ${operator}${service > place.service === isUp ? '=' : ''} ${at}`;
}
