/** More than any value has that is meant; JSON of so many is written and compared without the end of the stack. */
export const MAX_LEVELS = 500;

/** Whether a value is nested less deep than `MAX_LEVELS`. */
export function isShallow(value: unknown, levels = MAX_LEVELS): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  for (const key in value) if (!isShallow(Reflect.get(value, key), levels - 1)) return false;
  return true;
}
