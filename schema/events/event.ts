import * as z from 'zod';

/**
 * A fact one subgraph announces and others may react to.
 *
 * The shape is written once. The TypeScript type, the check at both ends of the bus, `Query.eventCatalog` and the
 * published AsyncAPI document are all derived from it.
 */
export interface EventType<Data = unknown> {
  /** `order.placed.v1`: owner, thing, what happened to it, version of the shape. */
  readonly type: string;
  /** `order.events`: one topic per subgraph. */
  readonly topic: string;
  /** The subgraph that announces it. */
  readonly owner: string;
  /** When it is announced, in one sentence. */
  readonly description: string;
  /** Events of the same key stay in order. */
  keyOf(data: Data): string;
  readonly data: z.ZodType<Data>;
}

export type DataOf<E> = E extends EventType<infer Data> ? Data : never;

const NAME = /^[a-z]+(\.[a-z]+){1,2}\.v\d+$/;

/** `event('order.placed.v1', 'orderId', 'A buyer …', { orderId: id('ord') })` */
export function event<Shape extends z.ZodRawShape>(
  type: string,
  key: keyof Shape & string,
  description: string,
  shape: Shape,
): EventType<z.output<z.ZodObject<Shape>>> {
  if (!NAME.test(type)) throw new TypeError(`"${type}" is no name of an event.`);
  const owner = type.slice(0, type.indexOf('.'));
  return {
    type,
    topic: `${owner}.events`,
    owner,
    description,
    keyOf: (data) => z.string().parse(Object.entries(data).find(([name]) => name === key)?.[1]),
    data: z.object(shape),
  };
}

/** A type-prefixed id. */
export const id = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`))
    .describe(`Id beginning with ${prefix}_.`);

/** An amount in one currency. */
export const money = z.object({
  minorUnits: z.int().describe("Amount in the currency's minor unit."),
  currencyCode: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('ISO 4217 code.'),
});

/** RFC 3339, UTC. */
export const instant = z.iso.datetime();
