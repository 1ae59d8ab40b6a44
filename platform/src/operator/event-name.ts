/** `order.placed.v1` is version 1 of `order.placed`. */
export function nameAndVersion(type: string): { readonly eventName: string; readonly eventVersion: number } {
  const [, eventName = type, version = '0'] = /^(.+)\.v(\d+)$/.exec(type) ?? [];
  return { eventName, eventVersion: Number(version) };
}

/** SQL for the name in a column with the type of an event. */
export function nameIn(column: string): string {
  return `regexp_replace(${column}, '\\.v\\d+$', '')`;
}

/** JSON, or the text itself where a bug of ours made it none. */
export function dataIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The id of a trace; null where the event has none. */
export function traceIn(traceparent: string): string | null {
  return /^00-([0-9a-f]{32})-/.exec(traceparent)?.[1] ?? null;
}

/** Null for what no calendar has. */
export function instantIn(text: string): string | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
