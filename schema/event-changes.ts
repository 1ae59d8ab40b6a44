import * as z from 'zod';

/** The part of a JSON Schema that the shapes of events use. */
export type JsonSchema = { readonly [key: string]: unknown };

const ObjectShape = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

const Closed = z.object({ enum: z.array(z.unknown()) }).transform((schema) => ({ values: schema.enum, unknownAs: null }));
/** As `openEnum` declares it. */
const Open = z
  .object({ anyOf: z.tuple([z.object({ enum: z.array(z.unknown()) }), z.unknown()]), 'x-unknown-as': z.string() })
  .transform((schema) => ({ values: schema.anyOf[0].enum, unknownAs: schema['x-unknown-as'] }));
const Enum = z.union([Closed, Open]);

/** As `.nullable()` declares it. */
const Nullable = z.union([
  z
    .object({ anyOf: z.tuple([z.record(z.string(), z.unknown()), z.object({ type: z.literal('null') })]) })
    .transform(({ anyOf }) => anyOf[0]),
  z.looseObject({ type: z.tuple([z.string(), z.literal('null')]) }).transform(({ type, ...schema }) => ({ ...schema, type: type[0] })),
]);

/**
 * What a consumer built for `before` could stumble over in `after`: a field that went, changed its type, lost a value
 * that was promised, or is no longer always there. New fields are fine, and new values of an open enum. Each line names its place.
 */
export function breakingEventChanges(place: string, before: JsonSchema, after: JsonSchema): string[] {
  const [then, now] = [before, after].map((schema) => Nullable.safeParse(schema).data);
  const newlyNull = now && !then ? [`${place} may now be null, which nobody expects.`] : [];
  return [...newlyNull, ...breakingValueChanges(place, then ?? before, now ?? after)];
}

function breakingValueChanges(place: string, before: JsonSchema, after: JsonSchema): string[] {
  const found: string[] = [];
  if (!isSame(before['type'], after['type'])) found.push(`${place} changed its type.`);
  if (before['pattern'] !== after['pattern'] || before['format'] !== after['format']) found.push(`${place} changed its form.`);
  found.push(...enumChanges(place, before, after));
  if (isSchema(before['items']) && isSchema(after['items']))
    found.push(...breakingEventChanges(`${place}[]`, before['items'], after['items']));
  return [...found, ...breakingFieldChanges(place, ObjectShape.parse(before), ObjectShape.parse(after))];
}

function enumChanges(place: string, before: JsonSchema, after: JsonSchema): string[] {
  const [then, now] = [before, after].map((schema) => Enum.safeParse(schema).data);
  if (!then && !now) return isSame(before['anyOf'], after['anyOf']) ? [] : [`${place} changed its choices.`];
  if (!then || !now || (then.unknownAs === null) !== (now.unknownAs === null)) return [`${place} changed its values.`];
  if (then.unknownAs !== now.unknownAs)
    return [`${place} takes what is unknown for ${now.unknownAs}, and no longer for ${then.unknownAs}.`];
  if (then.unknownAs !== null) return [];
  const known = new Set(then.values);
  return now.values
    .filter((value) => !known.has(value))
    .map((value) => `${place} may now be ${JSON.stringify(value)}, which nobody expects.`);
}

function breakingFieldChanges(place: string, before: z.output<typeof ObjectShape>, after: z.output<typeof ObjectShape>): string[] {
  return Object.entries(before.properties).flatMap(([name, schema]) => {
    const field = `${place}.${name}`;
    const now = after.properties[name];
    if (!now) return [`${field} is gone.`];
    const optional = before.required.includes(name) && !after.required.includes(name) ? [`${field} is no longer always there.`] : [];
    return [...optional, ...breakingEventChanges(field, schema, now)];
  });
}

/** `type` may be a list, and `anyOf` is one. */
function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
