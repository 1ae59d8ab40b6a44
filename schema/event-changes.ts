import * as z from 'zod';

/** The part of a JSON Schema that the shapes of events use. */
export type JsonSchema = { readonly [key: string]: unknown };

const ObjectShape = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

/**
 * What a consumer built for `before` could stumble over in `after`: a field that went, changed its type, lost a value
 * that was promised, or is no longer always there. New fields are fine. Each line names its place.
 */
export function breakingEventChanges(place: string, before: JsonSchema, after: JsonSchema): string[] {
  const found: string[] = [];
  if (before['type'] !== after['type']) found.push(`${place} changed its type.`);
  if (before['pattern'] !== after['pattern'] || before['format'] !== after['format']) found.push(`${place} changed its form.`);
  const values = [before['enum'], after['enum']];
  if (Array.isArray(values[0]) !== Array.isArray(values[1])) found.push(`${place} changed its values.`);
  if (Array.isArray(values[0]) && Array.isArray(values[1])) {
    const known = new Set(values[0]);
    for (const value of values[1]) if (!known.has(value)) found.push(`${place} may now be ${JSON.stringify(value)}, which nobody expects.`);
  }
  if (isSchema(before['items']) && isSchema(after['items']))
    found.push(...breakingEventChanges(`${place}[]`, before['items'], after['items']));
  return [...found, ...breakingFieldChanges(place, ObjectShape.parse(before), ObjectShape.parse(after))];
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

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
