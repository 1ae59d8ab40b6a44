/** An object of the data tree between the fetches. Only names that a plan asks for are read, as own properties. */
export type DataObject = Record<string, unknown>;

export function isObject(value: unknown): value is DataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy that shares nothing with the original. */
export function cloned<Value>(value: Value): Value;
export function cloned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloned);
  if (!isObject(value)) return value;
  const copy: DataObject = {};
  for (const key of Object.keys(value)) if (key !== '__proto__') copy[key] = cloned(value[key]);
  return copy;
}

/** Whether two values of a data tree hold the same, in the same order. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let index = 0; index < one.length; index++) if (!isEqual(one[index], other[index])) return false;
    return true;
  }
  return !Array.isArray(other) && haveEqualProperties(one as DataObject, other as DataObject);
}

/** Objects of one list come with the same keys in the same order; another order counts as a difference. */
function haveEqualProperties(one: DataObject, other: DataObject): boolean {
  const keys = Object.keys(one);
  const others = Object.keys(other);
  if (keys.length !== others.length) return false;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    if (key !== others[index] || !isEqual(one[key], other[key])) return false;
  }
  return true;
}
